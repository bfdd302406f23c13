package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of JSON, lists of values, and lists of objects. */
final class JsonFormTest {
    private static final String BASKETS = """
            {"who":"ann","lines":[{"sku":"pot","n":1},{"sku":"mug","tags":["x","y"]}]}
            {"who":"bob","lines":[]}
            {"who":"eve","lines":[{"sku":"pot","n":2}]}
            """;

    @TempDir
    Path directory;

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("t.json"), text);
    }

    private List<String> rows(String text) throws IOException {
        return TableText.rows(write(text));
    }

    private static TableOptions unnest(String list) {
        return TableOptions.DEFAULTS.withUnnest(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}]",
                " [ ]\n[{\"a\":1,\"b\":2}]\n[{\"a\":3,\"b\":4}]\n", // lists that were joined
                "{\"data\":[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}]}",
                "{\n \"total\": 2, \"links\": [\"x\"], \"rows\": [\n  {\"a\":1,\"b\":2},\n  {\"a\":3,\"b\":4}\n ],\n \"next\": null\n}\n",
                "{\n \"a\": 1,\n \"b\": 2\n}\n{\n \"a\": 3,\n \"b\": 4\n}\n",
                "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}"
            })
    void formsOfJson_giveTheSameRows(String text) throws IOException {
        assertThat(rows(text))
                .extracting(row -> row.replaceFirst("^t.json:\\d+: ", ""))
                .containsExactly("1·2", "3·4");
        assertThat(TableText.columns(write(text))).containsExactly("a", "b");
    }

    @Test
    void lines_areThoseOnWhichObjectsBegin() throws IOException {
        assertThat(rows("[\n{\"a\":1},\n{\n\"a\":2},\n7,\n{\"a\":3}]"))
                .containsExactly(
                        "t.json:2: 1", "t.json:3: 2", "t.json:5: the element is not JSON object", "t.json:6: 3");
        assertThat(TableText.notes(write("{\"data\":[{\"a\":1}]}"))).containsExactly("the rows are the list data");
    }

    @Test
    void oneObjectInAFileNamedAsLines_isARow() throws IOException {
        Path file =
                Files.writeString(directory.resolve("t.jsonl"), "{\"who\":\"ann\",\"lines\":[{\"sku\":\"pot\"}]}\n");
        assertThat(TableText.columns(file)).containsExactly("who");
    }

    @Test
    void largeList_isReadAsAStream() throws IOException {
        StringBuilder text = new StringBuilder("{\"meta\":{\"x\":[1]},\"rows\":[");
        for (int row = 0; row < 100_000; row++) {
            text.append(row == 0 ? "" : ",").append("{\"a\":").append(row).append(",\"b\":\"some text\"}");
        }
        List<String> rows = rows(text.append("]}").toString());
        assertThat(rows).hasSize(100_000);
        assertThat(rows.get(99_999)).isEqualTo("t.json:1: 99999·some text");
    }

    @Test
    void whatIsNoJson_saysWhere() throws IOException {
        assertThat(TableText.failure(write("[{\"a\":1},\n{\"a\":}]")))
                .startsWith("t.json:2: the text is not JSON (at its");
        assertThat(TableText.failure(write("[{\"a\":1}"))).startsWith("t.json:1: the text is not JSON");
        assertThat(TableText.failure(write("[{\"a\":1}] x"))).contains("t.json:1:");
        assertThat(TableText.failure(write("[{\"a\":1}] {\"a\":2}"))).contains("text follows the list");
        assertThat(TableText.failure(write("a,b\n1,2\n"))).contains("does not begin with { or [");
        assertThat(rows("{\"a\":1}\n{\"a\":\n{\"a\":2}\n"))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("t.json:2: the line is not JSON");
        assertThat(rows("{\"a\":x}\n{\"a\":2}\n")).hasSize(2);
    }

    @Test
    void twoListsOfObjects_areNotGuessed() throws IOException {
        assertThat(TableText.notes(write("{\"a\":[{\"x\":1}],\"b\":[{\"y\":2}]}")))
                .containsExactly("lists of objects were left out: a (x); b (y)");
        String late = "{\"a\":[{\"x\":1}" + ",{\"x\":2}".repeat(200_000) + "],\"b\":[{\"y\":2}]}";
        assertThat(TableText.failure(write(late))).startsWith("t.json has two lists of objects, a and b");
    }

    @Test
    void listOfValues_staysAList() throws IOException {
        Path file = write(
                "{\"sku\":1,\"in\":[\"tea\",\"sale\"],\"paths\":[[\"Home\",\"Tea\"],[\"Sale\"]],\"x\":{\"in\":[7,null]},\"e\":[]}\n");
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.columns()).containsExactly("sku", "in", "paths", "x.in", "e");
            assertThat(reader.next()).isTrue();
            assertThat(reader.values(0)).containsExactly("1");
            assertThat(reader.values(1)).containsExactly("tea", "sale");
            assertThat(reader.text(1)).isEqualTo("tea|sale");
            assertThat(reader.values(2)).containsExactly("Home>Tea", "Sale");
            assertThat(reader.values(3)).containsExactly("7");
            assertThat(reader.values(4)).isEmpty();
        }
    }

    @Test
    void listOfObjects_isLeftOutAndNamed() throws IOException {
        Path file = write(BASKETS);
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.columns()).containsExactly("who", "lines"); // the empty list may be one of values
            assertThat(reader.objectLists()).containsExactly("lines (n, sku, tags)");
        }
        assertThat(TableText.notes(file)).containsExactly("lists of objects were left out: lines (n, sku, tags)");
    }

    @Test
    void unnest_givesARowForEachElement() throws IOException {
        Path file = write(BASKETS);
        assertThat(TableText.rows(file, unnest("lines")))
                .containsExactly("t.json:1: ann·pot·1·", "t.json:1: ann·mug··x|y", "t.json:3: eve·pot·2·");
        assertThat(TableText.notes(TableSource.of(file), unnest("lines")))
                .containsExactly("each element of lines is a row; 1 rows have none and were left out");
        try (RowReader reader = TableFile.open(TableSource.of(file), unnest("lines"))) {
            assertThat(reader.columns()).containsExactly("who", "lines.sku", "lines.n", "lines.tags");
        }
        assertThat(TableText.rows(write("[" + BASKETS.strip().replace("\n", ",") + "]"), unnest("lines")))
                .hasSize(3);
    }

    @Test
    void unnest_takesValuesAndListsWithinObjects() throws IOException {
        assertThat(TableText.rows(write("{\"who\":\"ann\",\"o\":{\"skus\":[\"pot\",\"mug\"]}}\n"), unnest("o.skus")))
                .containsExactly("t.json:1: ann·pot", "t.json:1: ann·mug");
        assertThat(TableText.rows(write("{\"data\":[{\"a\":1},{\"a\":2}]}"), unnest("data")))
                .containsExactly("t.json:1: 1", "t.json:1: 2");
    }

    @Test
    void unnestOfWhatIsNoList_isAnError() throws IOException {
        assertThat(TableText.failure(write(BASKETS), unnest("items")))
                .isEqualTo("t.json has no list items to unnest. Lists of objects in it: lines (n, sku, tags)");
        Path csv = Files.writeString(directory.resolve("t.csv"), "a,b\n1,2\n");
        assertThat(TableText.failure(csv, unnest("items"))).contains("t.csv is CSV, which has no lists");
    }

    @Test
    void partWithoutTheList_isNoError() throws IOException {
        Path parts = Files.createDirectory(directory.resolve("parts"));
        Files.writeString(parts.resolve("1.jsonl"), "{\"who\":\"ann\"}\n");
        Files.writeString(parts.resolve("2.jsonl"), BASKETS);
        assertThat(TableText.rows(parts, unnest("lines"))).hasSize(3);
    }
}
