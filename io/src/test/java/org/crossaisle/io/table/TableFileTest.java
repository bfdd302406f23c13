package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.csv.CsvScanner;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableFileTest {
    private static final String[] PIECES = {"a", "é", "茶", "😀", "\"", ",", "\n", "\r\n", " ", "7", ">", "'", "|"};

    @TempDir
    Path directory;

    /** Each row as its line and its fields, or its line and its fault. */
    private static List<String> rows(Path file) {
        List<String> rows = new ArrayList<>();
        try (RowReader reader = TableFile.open(file)) {
            while (reader.next()) {
                int columns = reader.fault().isPresent() ? 0 : reader.columns().size();
                rows.add(reader.line() + ": " + reader.fault().orElse("")
                        + IntStream.range(0, columns).mapToObj(reader::text).collect(Collectors.joining("·")));
            }
        }
        return rows;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String field(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        boolean quote = random.nextBoolean() || text.toString().matches("(?s).*[\",\r\n].*");
        return quote ? '"' + text.toString().replace("\"", "\"\"") + '"' : text.toString();
    }

    /** The reference is fastcsv, which reads whatever is well formed. */
    @RepeatedTest(200)
    void wellFormedCsv_isReadAsFastcsvReadsIt(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        int columns = 2 + random.nextInt(4);
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder(IntStream.range(0, columns)
                .mapToObj(column -> "column" + column)
                .collect(Collectors.joining(",")));
        int rows = random.nextInt(30);
        for (int row = 0; row < rows; row++) {
            text.append(end).append(random.nextInt(10) == 0 ? end : ""); // now and then a blank line
            text.append(IntStream.range(0, columns)
                    .mapToObj(column -> field(random))
                    .collect(Collectors.joining(",")));
        }
        text.append(random.nextBoolean() ? end : "");
        List<String> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.toString())) {
            reader.forEach(row -> expected.add(row.getStartingLineNumber() + ": "
                    + row.getFields().stream().map(String::strip).collect(Collectors.joining("·"))));
        }
        assertThat(rows(write("t.csv", text.toString()))).isEqualTo(expected.subList(1, expected.size()));
        assertThat(expected).hasSize(rows + 1);
    }

    @Test
    void brokenQuote_costsItsOwnRow_andNotTheRestOfTheFile() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 2; row <= 5_000; row++) {
            text.append(row == 77 ? "77,\"open" : row == 99 ? "99,\"x\"y" : row + ",\"fine\"")
                    .append('\n');
        }
        List<String> rows = rows(write("t.csv", text.toString()));
        assertThat(rows).hasSize(4_999);
        assertThat(rows.stream().filter(row -> !row.endsWith("·fine")))
                .containsExactly("77: text follows a closing quote", "99: text follows a closing quote");
        assertThat(rows.get(76)).isEqualTo("78: 78·fine");
    }

    @Test
    void quoteThatIsNeverClosed_isGivenUpAfterAThousandLines() throws IOException {
        String text = "a,b\n1,\"open\n" + "2,x\n".repeat(3 * CsvScanner.MAXIMUM_ROW_LINES);
        List<String> rows = rows(write("t.csv", text));
        assertThat(rows).hasSize(1 + 3 * CsvScanner.MAXIMUM_ROW_LINES);
        assertThat(rows.get(0)).isEqualTo("2: a quote is opened and not closed");
        assertThat(rows.get(1)).isEqualTo("3: 2·x");
    }

    @Test
    void fieldLargerThanTheWindow_isWhole_andSoAreThoseBehindIt() throws IOException {
        String large = "茶".repeat(1 << 20);
        List<String> rows = rows(write("t.csv", "a,b\n1,\"" + large + "\"\n2," + large + "\n3,x\n"));
        assertThat(rows).containsExactly("2: 1·" + large, "3: 2·" + large, "4: 3·x");
    }

    @Test
    void rowThatIsTooLong_isSkipped() throws IOException {
        String tooLong = "x".repeat(CsvScanner.MAXIMUM_ROW_BYTES + 1);
        List<String> rows = rows(write("t.csv", "a,b\n1," + tooLong + "\n2,x\n"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("2: the row has more than");
        assertThat(rows.get(1)).isEqualTo("3: 2·x");
    }

    @Test
    void tabsAndSemicolons_separateWhereTheHeaderHasThem() throws IOException {
        assertThat(rows(write("t.tsv", "a\tb\tc,d\n1\t2,3\t4\n"))).containsExactly("2: 1·2,3·4");
        assertThat(rows(write("t.csv", "a;b\n1,5;2\n"))).containsExactly("2: 1,5·2");
    }

    @Test
    void gzipOfTwoMembers_isReadToTheEnd() throws IOException {
        Path file = directory.resolve("t.csv.gz");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (String part : List.of("a,b\n1,x\n", "2,y\n")) {
                GZIPOutputStream member = new GZIPOutputStream(out);
                member.write(part.getBytes(StandardCharsets.UTF_8));
                member.finish();
            }
        }
        assertThat(rows(file)).containsExactly("2: 1·x", "3: 2·y");
    }

    @Test
    void jsonLines_growColumns_joinArraysAndNameWhatIsInside() throws IOException {
        Path file = write(
                "t.jsonl",
                "{\"a\":1,\"b\":{\"c\":\"x\",\"d\":[\"y\",2,null]}}\n\n[1]\n{\"a\":null,\"e\":true}\n{\"a\":2} {}\n");
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.columns()).containsExactly("a", "b.c", "b.d", "e");
        }
        assertThat(rows(file))
                .containsExactly(
                        "1: 1·x·y|2·",
                        "3: the line is not a JSON object",
                        "4: ···true",
                        "5: text follows the JSON object");
    }

    @Test
    void parquet_givesMillisecondsListsAndTexts() throws SQLException {
        Path file = directory.resolve("t.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 7 AS a, TIMESTAMP '2020-09-13 12:26:40' AS b, ['x', 'y'] AS c, NULL::VARCHAR AS d"
                            + " UNION ALL SELECT 8, DATE '2020-09-13', [], '茶') TO '" + file + "' (FORMAT parquet)");
        }
        assertThat(rows(file)).containsExactly("1: 7·1600000000000·x|y·", "2: 8·1599955200000··茶");
    }

    @Test
    void whatIsNoTable_saysWhy() throws IOException {
        assertThat(failure(write("t.csv", " \n\n"))).isEqualTo("t.csv is empty");
        assertThat(failure(write("t.parquet", "a,b\n1,2\n"))).startsWith("t.parquet is not Parquet");
        assertThat(failure(write("t.csv.gz", "a,b\n1,2\n"))).startsWith("t.csv.gz is not gzipped");
        assertThat(failure(write("t.csv", "a,b\0\n"))).startsWith("t.csv is not text: its byte 3 is 0");
        assertThat(failure(write("t.csv", "a,\"b\n1,2\n"))).startsWith("t.csv:1: the header cannot be read: a quote");
    }

    private static String failure(Path file) {
        RecsException failure = catchThrowableOfType(RecsException.class, () -> TableFile.open(file));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(RecsException.Code.INPUT_UNREADABLE);
        return String.valueOf(failure.getMessage());
    }
}
