package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verb on a shop whose departments have quotes, commas, backslashes and Chinese in their names. */
class CategoriesTest {
    private static final String QUOTED = "Nord \"2\", Süd";
    private static final String CHINESE = "玩具\\车";
    private static final StringWriter OUT = new StringWriter();
    private static final StringWriter ERR = new StringWriter();

    @TempDir
    static Path directory;

    private static int call(String... arguments) {
        OUT.getBuffer().setLength(0);
        ERR.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(OUT, true))
                .setErr(new PrintWriter(ERR, true))
                .execute(arguments);
    }

    private static String categories(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("categories", "--shop", directory.resolve("shop").toString()));
        arguments.addAll(List.of(options));
        assertThat(call(arguments.toArray(String[]::new))).as("%s", ERR).isZero();
        return OUT.toString();
    }

    private static String misuse(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("categories", "--shop", directory.resolve("shop").toString()));
        arguments.addAll(List.of(options));
        assertThat(call(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(OUT.toString()).isEmpty();
        assertThat(ERR.toString().lines()).hasSize(1);
        return ERR.toString();
    }

    /** 12 go from the quoted department to the Chinese one after 9 days, 6 back after 2, and 30 are in Pets only. */
    @BeforeAll
    static void importShop() throws IOException {
        Files.writeString(
                directory.resolve("items.csv"),
                "item_id,category_path\na,\"Nord \"\"2\"\", Süd\"\nb,玩具\\车\nc,Pets\nd,Pets>Dogs\n");
        StringBuilder events = new StringBuilder("user_id,item_id,event,timestamp\n");
        for (int user = 0; user < 48; user++) {
            if (user < 18) {
                event(events, user, user < 12 ? "a" : "b", 1);
                event(events, user, user < 12 ? "b" : "a", user < 12 ? 10 : 3);
            } else {
                event(events, user, "c", 1);
            }
        }
        Files.writeString(directory.resolve("events.csv"), events);
        assertThat(call(
                        "import",
                        "--events",
                        directory.resolve("events.csv").toString(),
                        "--items",
                        directory.resolve("items.csv").toString(),
                        "--shop",
                        directory.resolve("shop").toString(),
                        "--accept",
                        "all"))
                .as("%s", ERR)
                .isZero();
    }

    private static void event(StringBuilder events, int user, String item, int day) {
        events.append('u').append(user).append(',').append(item).append(",purchase,2026-01-");
        events.append(day < 10 ? "0" : "").append(day).append('\n');
    }

    @Test
    void table_isReadable() {
        String table = categories();
        assertThat(table).startsWith("shop, level 1: 48 customers who bought, 3 categories");
        assertThat(table.lines().filter(line -> line.startsWith(QUOTED)))
                .singleElement()
                .asString()
                .containsPattern(
                        "玩具\\\\车 +12 +\\d+\\.\\d % +\\d+\\.\\d\\d \\[\\d+\\.\\d\\d, \\d+\\.\\d\\d] +9 \\(9-9\\) +> 0\\.238");
        assertThat(table.lines().filter(line -> line.startsWith(CHINESE)))
                .singleElement()
                .asString()
                .contains("< 0.238");
    }

    @Test
    void csv_hasEveryFigure_andNamesComeBackAsTheyWere() {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(categories("--format", "csv"))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getField("from")).isEqualTo(QUOTED);
            assertThat(rows.get(0).getField("to")).isEqualTo(CHINESE);
            assertThat(rows.get(0).getField("customers")).isEqualTo("12");
            assertThat(rows.get(0).getField("lag_days_median")).isEqualTo("9.00000");
            assertThat(rows.get(0).getField("relation")).isEqualTo("unknown");
            assertThat(rows.get(0).getFields())
                    .allSatisfy(field -> assertThat(field).isNotBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void json_hasNodesAndMoves_andIsWrittenToAFile() throws IOException {
        Path file = directory.resolve("graph.json");
        assertThat(categories("--format", "json", "--minimum-customers", "7", "--out", file.toString()))
                .isEmpty();
        JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(root.get("categories")).hasSize(3);
        assertThat(root.get("categories").get(0).get("category").stringValue()).isEqualTo("Pets");
        assertThat(root.get("moves")).hasSize(1);
        assertThat(root.get("moves").get(0).get("from").stringValue()).isEqualTo(QUOTED);
        assertThat(root.get("moves").get(0).get("lagDays").get("median").doubleValue())
                .isEqualTo(9);
    }

    @Test
    void dot_escapesWhatItMust() {
        String dot = categories("--format", "dot");
        assertThat(dot).startsWith("digraph \"shop\" {\n").endsWith("}\n");
        assertThat(dot)
                .contains("  \"Nord \\\"2\\\", Süd\" -> \"玩具\\\\车\" [label=\"")
                .contains("  \"玩具\\\\车\" [label=\"玩具\\\\车\\n18 customers\"];")
                .doesNotContain("Pets"); // no move leads there
    }

    @Test
    void from_isOneCategory_andTopIsHowMany() {
        assertThat(categories("--from", CHINESE, "--format", "csv").lines()).hasSize(2);
        assertThat(categories("--top", "1", "--format", "csv").lines()).hasSize(2);
        assertThat(categories("--from", "Pets")).contains("no move has that many customers");
    }

    @Test
    void misuse_saysWhatIsThere() {
        assertThat(misuse("--from", "Pet"))
                .contains("there is no category \"Pet\" at level 0")
                .contains("nearest: Pets");
        assertThat(misuse("--from", "Pets>Dogs"))
                .contains("at level 1")
                .contains("fewer than 20 items")
                .contains("nearest: Pets");
        assertThat(misuse("--from", "Pets>")).contains("is blank");
        assertThat(misuse("--level", "2")).contains("--level is 2, must be below the 2 levels of the catalog");
        assertThat(misuse("--top", "0")).contains("--top is 0, must be at least 1");
        assertThat(misuse("--minimum-customers", "0")).contains("--minimum-customers is 0, must be at least 1");
    }
}
