package org.crossaisle.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.cli.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a shop is worked out as a formula by whoever opens what the program wrote. */
class SpreadsheetCsvTest {
    private static final String FORMULA = "=cmd|' /C calc'!A0";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd",
                "+1+1",
                "-2+3",
                "-",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "＝1+1",
                "－1+1",
                "+1 234"
            })
    void textThatWouldBeAFormula_isAText(String cell) {
        assertThat(SpreadsheetCsv.text(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-2",
                "+3.25",
                "-1.5e-7",
                "1.25000",
                "Tea",
                "u0000007",
                "a=b",
                "Beauty>Makeup",
                "'quoted'",
                "绿茶"
            })
    void anythingElse_staysAsItIs(String cell) {
        assertThat(SpreadsheetCsv.text(cell)).isEqualTo(cell);
    }

    @Test
    void cellWithASemicolon_isQuoted_sinceSomeSpreadsheetsSeparateByIt() throws IOException {
        StringWriter text = new StringWriter();
        try (SpreadsheetCsv csv = SpreadsheetCsv.to(text, false)) {
            csv.row("a;=1+1", "-2", "=1");
        }
        assertThat(text.toString().strip()).isEqualTo("\"a;=1+1\",-2,'=1");
    }

    @Test
    void rawCells_areWrittenAsTheyAre() throws IOException {
        StringWriter text = new StringWriter();
        try (SpreadsheetCsv csv = SpreadsheetCsv.to(text, true)) {
            csv.row("a;=1+1", "-2", "=1");
        }
        assertThat(text.toString().strip()).isEqualTo("a;=1+1,-2,=1");
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    /** Customers of two departments, each named like a formula, who go from one to the other. */
    private void importShop() throws IOException {
        StringBuilder items = new StringBuilder("item_id,title,category_path\n");
        for (int item = 0; item < 40; item++) {
            items.append(item)
                    .append(",Item,")
                    .append(item % 2 == 0 ? FORMULA : "-2+3")
                    .append('\n');
        }
        StringBuilder events = new StringBuilder("user_id,item_id,event,timestamp\n");
        StringBuilder ids = new StringBuilder();
        for (int user = 0; user < 200; user++) {
            for (int at = 0; at < 6; at++) {
                long time = 1_600_000_000L + (user % 50) * 86_400L * 4 + at * 86_400L * 15;
                int item = (user * 7 + at * 3) % 40;
                events.append("=u" + user + ',' + item + ",buy," + time + '\n');
            }
            ids.append("=u").append(user).append('\n');
        }
        Files.writeString(directory.resolve("items.csv"), items);
        Files.writeString(directory.resolve("events.csv"), events);
        Files.writeString(directory.resolve("ids.txt"), ids);
        Call.of(
                        "import",
                        "--events",
                        at("events.csv"),
                        "--items",
                        at("items.csv"),
                        "--shop",
                        at("shop"),
                        "--accept",
                        "all",
                        "--path-separator",
                        "none")
                .endsWith(0);
    }

    @Test
    void categories_areTexts_unlessRaw() throws IOException {
        importShop();
        String[] asked = {
            "categories", "--shop", at("shop"), "--level", "0", "--minimum-customers", "1", "--format", "csv"
        };
        assertThat(Call.of(asked).endsWith(0).out())
                .contains("'" + FORMULA + ",'-2+3,")
                .doesNotContainPattern("(?m)(^|,)[=]");
        String[] raw = Stream.concat(Stream.of(asked), Stream.of("--raw", "--out", at("raw.csv")))
                .toArray(String[]::new);
        Call.of(raw).endsWith(0);
        assertThat(Files.readString(directory.resolve("raw.csv"))).contains("\n" + FORMULA + ",-2+3,");
    }

    @Test
    void audience_isOfTexts_unlessRaw() throws IOException {
        importShop();
        for (List<String> option : List.of(List.<String>of(), List.of("--raw"))) {
            String[] asked = Stream.concat(
                            Stream.of(
                                    "audience",
                                    "--shop",
                                    at("shop"),
                                    "--category",
                                    FORMULA,
                                    "--size",
                                    "20",
                                    "--exclude-days",
                                    "0",
                                    "--ids",
                                    at("ids.txt"),
                                    "--out",
                                    at("audience.csv")),
                            option.stream())
                    .toArray(String[]::new);
            Call.of(asked).endsWith(0);
            List<String> lines = Files.readAllLines(directory.resolve("audience.csv"));
            assertThat(lines).hasSize(21);
            assertThat(lines.subList(1, 21)).allMatch(line -> line.startsWith(option.isEmpty() ? "'=u" : "=u"));
        }
    }

    @Test
    void rawWithoutCsv_isMisuse() {
        Call.of("categories", "--shop", at("shop"), "--raw").isMisuse("--raw", "--format csv");
        Call.of("audience", "--shop", at("shop"), "--category", "Tea", "--size", "1", "--raw")
                .isMisuse("--raw", "--out");
    }

    /** A verb that writes CSV some other way would be missed by the tests above. */
    @Test
    void noOtherClassOfTheProgram_writesCsv() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> writers = sources.filter(Files::isRegularFile)
                    .filter(file ->
                            Pattern.compile("CsvWriter\\b").matcher(read(file)).find())
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
            assertThat(writers).containsExactly("SpreadsheetCsv.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
