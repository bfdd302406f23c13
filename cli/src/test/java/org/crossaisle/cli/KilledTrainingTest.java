package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training killed with SIGKILL and asked for again writes the weights that an undisturbed one writes. */
class KilledTrainingTest {
    @TempDir
    Path directory;

    private void call(String... arguments) {
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        assertThat(status).as("%s: %s", Arrays.asList(arguments), err).isZero();
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private String[] train(String model) {
        return new String[] {
            "train",
            "--shop",
            at("shop"),
            "--recipe",
            "transformer",
            "--set",
            "transformer.epochs=12",
            "--set",
            "transformer.patience=12",
            "--set",
            "transformer.dimension=16",
            "--set",
            "transformer.batchSize=16",
            "--model",
            at(model)
        };
    }

    @Test
    void killedTraining_goesOnToTheSameWeights() throws IOException, InterruptedException {
        call("simulate", "--users", "150", "--items", "120", "--events", "3000", "--plain", "--out", at("files"));
        call("import", "--events", at("files/events.csv"), "--items", at("files/items.csv"), "--shop", at("shop"));
        call(train("whole"));

        Process child = ChildProgram.start(directory.resolve("child.txt"), train("killed"));
        Path checkpoints = directory.resolve("killed.training");
        while (child.isAlive() && !holdsCheckpoint(checkpoints)) {
            child.waitFor(5, TimeUnit.MILLISECONDS);
        }
        child.destroyForcibly();
        assertThat(child.waitFor()).isEqualTo(128 + 9);
        assertThat(holdsCheckpoint(checkpoints))
                .as(Files.readString(directory.resolve("child.txt")))
                .isTrue();
        assertThat(directory.resolve("killed")).doesNotExist();

        call(train("killed"));
        assertThat(holdsCheckpoint(checkpoints)).isFalse();
        assertThat(directory.resolve("killed/weights.safetensors"))
                .hasSameBinaryContentAs(directory.resolve("whole/weights.safetensors"));
    }

    private static boolean holdsCheckpoint(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }
}
