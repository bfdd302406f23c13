package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries warn of what is no fault, such as a machine without a GPU; a user sees none of it. */
class LibraryWarningsTest {
    @TempDir
    Path directory;

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void trainings_printNoWarningsOfLibraries() throws IOException, InterruptedException {
        Call.of("simulate", "--users", "60", "--items", "100", "--events", "900", "--plain", "--out", at("files"))
                .endsWith(0);
        Call.of("import", "--events", at("files/events.csv"), "--items", at("files/items.csv"), "--shop", at("shop"))
                .endsWith(0);
        for (List<String> recipe : List.of(List.of("text", "--set", "text.epochs=1"), List.of("lambdamart"))) {
            Path output = directory.resolve(recipe.get(0) + ".txt");
            List<String> arguments = new ArrayList<>(List.of("train", "--shop", at("shop"), "--recipe"));
            arguments.addAll(recipe);
            arguments.addAll(List.of("--model", at(recipe.get(0))));
            Process child = ChildProgram.start(output, arguments.toArray(String[]::new));
            assertThat(child.waitFor()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output)).doesNotContain("WARN ", "CUDA", "\tat ");
        }
    }
}
