package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code import} is given: several files, directories, patterns, standard input, and options of files. */
class ImportFilesTest {
    @TempDir
    Path directory;

    private String write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String shop() {
        return directory.resolve("shop").toString();
    }

    private String items() throws IOException {
        return write("items.csv", "item_id;title;category_path\npot;Teapot;Home>Tea\nmug;Mug;Home>Tea\n");
    }

    private String part(String name, String user) throws IOException {
        return write(name, "user_id,item_id,event\n" + user + ",pot,view\n" + user + ",mug,view\n");
    }

    @Test
    void severalFiles_andPatterns_areOneTable() throws IOException {
        String jan = part("log/jan.csv", "ann");
        String feb = part("log/feb.csv", "bob");
        String items = items();
        for (String[] named : new String[][] {
            {"--events", jan, feb},
            {"--events", jan, "--events", feb},
            {"--events", directory + "/log"},
            {"--events", directory + "/log/*.csv"}
        }) {
            String[] first = {"import", "--accept", "all", "--items", items, "--shop", shop()};
            String[] all = Arrays.copyOf(first, first.length + named.length);
            System.arraycopy(named, 0, all, first.length, named.length);
            assertThat(Call.of(all).endsWith(0).out())
                    .contains("2 parts, CSV), 4 kept")
                    .contains("the delimiter is semicolon")
                    .contains("2 users");
        }
    }

    @Test
    void standardInput_isRead() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("ann|pot|view\nbob|mug|view\n".getBytes(StandardCharsets.UTF_8)));
        try {
            Call call = Call.of(
                    "import",
                    "--accept",
                    "all",
                    "--events",
                    "-",
                    "--items",
                    items(),
                    "--shop",
                    shop(),
                    "--no-header",
                    "events",
                    "--delimiter",
                    "events=|",
                    "--map",
                    "user_id=column1",
                    "--map",
                    "events.item_id=column2",
                    "--map",
                    "event=column3");
            assertThat(call.endsWith(0).out()).contains("standard input (CSV), 2 kept");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void tableThatCannotBeRead_saysWhichOptionHelps() throws IOException {
        String items = items();
        Path events = Files.write(
                directory.resolve("e.csv"),
                "user_id,item_id,event\nzoë,pot,view\n".getBytes(StandardCharsets.ISO_8859_1));
        Call call =
                Call.of("import", "--accept", "all", "--events", events.toString(), "--items", items, "--shop", shop());
        assertThat(call.err()).contains("--encoding windows-1252 reads \"zoë\"");
        assertThat(call.status()).isNotZero();
        Call.of(
                        "import",
                        "--accept",
                        "all",
                        "--events",
                        events.toString(),
                        "--items",
                        items,
                        "--shop",
                        shop(),
                        "--encoding",
                        "events=latin1")
                .endsWith(0);
    }
}
