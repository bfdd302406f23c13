package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user may name: files, directories, patterns and standard input. */
final class PartsTest {
    @TempDir
    Path directory;

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> read(String... names) {
        String[] resolved = new String[names.length];
        for (int at = 0; at < names.length; at++) {
            resolved[at] = directory + "/" + names[at];
        }
        return TableText.rows(TableSource.named(resolved), TableOptions.DEFAULTS);
    }

    private String failure(String... names) {
        String[] resolved = new String[names.length];
        for (int at = 0; at < names.length; at++) {
            resolved[at] = directory + "/" + names[at];
        }
        return TableText.failure(TableSource.named(resolved), TableOptions.DEFAULTS);
    }

    @Test
    void directoryOfParts_isOneTable_inNaturalOrder_withoutMarkers() throws IOException {
        write("log/part-2.csv", "who,what\nann,tea\n");
        write("log/part-10.csv", "what,who\nmug,bob\n"); // the columns in another order
        write("log/part-1.csv", "who,what\n\neve,pot\n");
        write("log/part-3.csv", "");
        write("log/_SUCCESS", "");
        write("log/.part-1.csv.crc", "crc");
        write("log/part-1.csv.crc", "crc");
        assertThat(read("log"))
                .containsExactly("part-1.csv:3: eve·pot", "part-2.csv:2: ann·tea", "part-10.csv:2: bob·mug");
        assertThat(TableText.notes(directory.resolve("log"))).containsExactly("empty parts: part-3.csv");
    }

    @Test
    void linesOfParts_areCountedOn_soThatTheirOrderIsThatOfTheRows() throws IOException {
        write("log/a.csv", "x,y\n1,2\n3,4\n");
        write("log/b.csv", "x,y\n5,6\n");
        try (RowReader reader = TableFile.open(directory.resolve("log"))) {
            assertThat(reader.name()).isEqualTo("log");
            assertThat(reader.next() && reader.next() && reader.next()).isTrue();
            assertThat(reader.line()).isEqualTo(5);
            assertThat(reader.where(5)).isEqualTo("b.csv:2");
            assertThat(reader.where(3)).isEqualTo("a.csv:3");
            assertThat(reader.next()).isFalse();
            assertThat(reader.format()).isEqualTo("2 parts, CSV");
            assertThat(reader.bytesRead()).isEqualTo(reader.bytesTotal()).isEqualTo(20);
        }
    }

    @Test
    void hashOfParts_isThatOfTheirHashes() throws IOException, NoSuchAlgorithmException {
        write("log/a.csv", "x,y\n1,2\n");
        write("log/b.csv", "x,y\n5,6\n");
        StringBuilder lines = new StringBuilder();
        for (String part : List.of("x,y\n1,2\n", "x,y\n5,6\n")) {
            lines.append(sha256(part)).append('\n');
        }
        try (RowReader reader = TableFile.open(directory.resolve("log"))) {
            assertThat(reader.sha256()).isEqualTo(sha256(lines.toString()));
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void patterns_andSeveralNames_areOneTable() throws IOException {
        write("2023/jan.csv", "x,y\n1,2\n");
        write("2024/jan.csv", "x,y\n3,4\n");
        write("2024/feb.csv", "x,y\n5,6\n");
        assertThat(read("20*/jan.csv")).containsExactly("2023/jan.csv:2: 1·2", "2024/jan.csv:2: 3·4");
        assertThat(read("2024/???.csv")).containsExactly("feb.csv:2: 5·6", "jan.csv:2: 3·4");
        assertThat(read("**/*.csv")).hasSize(3);
        assertThat(read("2024/{jan,feb}.csv")).hasSize(2);
        assertThat(read("2024/jan.csv", "2023/jan.csv")).containsExactly("2024/jan.csv:2: 3·4", "2023/jan.csv:2: 1·2");
        assertThat(failure("2025/*.csv")).contains("no file matches");
        assertThat(failure("2024/mar.csv")).endsWith("2024/mar.csv does not exist");
    }

    @Test
    void nameWithCharactersOfPatterns_isTheFileOfThatName() throws IOException {
        write("a*.csv", "x,y\n1,2\n");
        write("ab.csv", "x,y\n3,4\n");
        write("c[1]/d?.csv", "x,y\n5,6\n");
        write("c[1]/de.csv", "x,y\n7,8\n");
        assertThat(read("a*.csv")).containsExactly("a*.csv:2: 1·2");
        assertThat(read("c[1]/d?.csv")).containsExactly("d?.csv:2: 5·6");
        assertThat(read("c[1]/*e.csv")).containsExactly("de.csv:2: 7·8");
    }

    @Test
    void parquetWithCharactersOfPatterns_isTheFileOfThatName() throws SQLException {
        for (String name :
                List.of("t*.parquet", "tt.parquet", "t[1].parquet", "t1.parquet", "t{1}.parquet", "x?/t.parquet")) {
            writeParquet(name);
            assertThat(read(name)).containsExactly(Path.of(name).getFileName() + ":1: " + name);
        }
        assertThat(read("t[1t].parquet")).containsExactly("t1.parquet:1: t1.parquet", "tt.parquet:1: tt.parquet");
    }

    private void writeParquet(String name) throws SQLException {
        directory.resolve(name).getParent().toFile().mkdirs();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Path plain = directory.resolve("plain");
            statement.execute("COPY (SELECT '" + name + "' AS name) TO '" + plain + "' (FORMAT parquet)");
            assertThat(plain.toFile().renameTo(directory.resolve(name).toFile()))
                    .isTrue();
        }
    }

    @Test
    void partsThatAreNotOneTable_areRefusedByName() throws IOException {
        write("a/1.csv", "x,y\n1,2\n");
        write("a/2.csv", "x,z\n1,2\n");
        assertThat(failure("a")).startsWith("2.csv has no column y, which 1.csv has");
        write("b/1.csv", "x,y\n1,2\n");
        write("b/2.csv", "x,y,z\n1,2,3\n");
        assertThat(failure("b")).startsWith("2.csv has the column z, which 1.csv has not");
        write("c/1.csv", "x,y\n1,2\n");
        write("c/2.csv", "3,4\n5,6\n");
        assertThat(failure("c"))
                .startsWith("2.csv has none of the columns of 1.csv")
                .contains("only the first part has a header");
        write("d/1.csv", "x,y\n1,2\n");
        write("d/2.jsonl", "{\"x\":1}\n");
        assertThat(failure("d")).startsWith("2.jsonl is JSON Lines, but 1.csv is CSV");
        write("e/f/1.csv", "x,y\n1,2\n");
        assertThat(failure("e")).contains("e contains the directory f").contains("/**'");
        write("g/_delta_log/0.json", "{}");
        write("g/1.csv", "x,y\n1,2\n");
        assertThat(failure("g")).contains("g contains _delta_log");
        write("h/_SUCCESS", "");
        assertThat(failure("h")).endsWith("h contains no part of a table");
        write("i/1.csv", "");
        write("i/2.csv", "\n");
        assertThat(failure("i")).isEqualTo("i is empty");
    }

    @Test
    void partsOfJson_mayLackNames() throws IOException {
        write("log/1.jsonl", "{\"x\":1,\"y\":2}\n");
        write("log/2.jsonl", "{\"z\":3,\"x\":4}\n");
        assertThat(read("log")).containsExactly("1.jsonl:1: 1·2", "2.jsonl:1: 4··3");
    }

    @Test
    void standardInput_isReadOfUnknownSize() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        try (RowReader reader = TableFile.open(TableSource.named("-"), TableOptions.DEFAULTS)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.where(reader.line())).isEqualTo("standard input:2");
            assertThat(reader.text(1)).isEqualTo("2");
            assertThat(reader.bytesTotal()).isEqualTo(-1);
            assertThat(reader.sha256()).hasSize(64);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void fileCalledMinus_isNotStandardInput() {
        assertThat(TableSource.of(Path.of("-")).hasStandardInput()).isFalse();
    }
}
