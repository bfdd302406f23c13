package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and structures in Parquet. */
final class ParquetTableTest {
    @TempDir
    Path directory;

    private Path write(String query) throws SQLException {
        Path file = directory.resolve("t.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private static TableOptions unnest(String list) {
        return TableOptions.DEFAULTS.withUnnest(list);
    }

    @Test
    void listOfValues_staysAList() throws SQLException {
        Path file = write("SELECT 1 AS sku, ['tea', NULL, 'sale|new'] AS tags, [['Home', 'Tea'], ['Sale']] AS paths,"
                + " NULL::INT[] AS none, [1.5, 2.0]::DOUBLE[2] AS vector");
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.columns()).containsExactly("sku", "tags", "paths", "none", "vector");
            assertThat(reader.next()).isTrue();
            assertThat(reader.values(0)).containsExactly("1");
            assertThat(reader.values(1)).containsExactly("tea", "sale|new");
            assertThat(reader.text(1)).isEqualTo("tea|sale|new");
            assertThat(reader.values(2)).containsExactly("Home>Tea", "Sale");
            assertThat(reader.values(3)).isEmpty();
            assertThat(reader.values(4)).containsExactly("1.5", "2.0");
        }
    }

    @Test
    void fieldsOfStructures_areColumns() throws SQLException {
        Path file = write(
                "SELECT {'city': 'Ulm', 'at': {'t': TIMESTAMP '2020-09-13 12:26:40', 'tags': ['x', 'y']}} AS \"g.o\","
                        + " 7 AS n UNION ALL SELECT NULL, 8");
        assertThat(TableText.columns(file)).containsExactly("g.o.city", "g.o.at.t", "g.o.at.tags", "n");
        assertThat(TableText.rows(file))
                .containsExactlyInAnyOrder("t.parquet:1: Ulm·1600000000000·x|y·7", "t.parquet:2: ···8");
    }

    @Test
    void unnest_givesARowForEachElement() throws SQLException {
        Path file = write("SELECT 'ann' AS who, [{'sku': 'pot', 'n': 1}, {'sku': 'mug', 'n': NULL}] AS lines, 1 AS id"
                + " UNION ALL SELECT 'bob', [], 2 UNION ALL SELECT 'eve', [{'sku': 'pot', 'n': 2}], 3 ORDER BY id");
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.columns()).containsExactly("who", "id");
            assertThat(reader.objectLists()).containsExactly("lines (sku, n)");
        }
        try (RowReader reader = TableFile.open(TableSource.of(file), unnest("lines"))) {
            assertThat(reader.columns()).containsExactly("who", "id", "lines.sku", "lines.n");
            assertThat(reader.notes())
                    .containsExactly("each element of lines is a row; 1 rows have none and were left out");
        }
        assertThat(TableText.rows(file, unnest("lines")))
                .containsExactly("t.parquet:1: ann·1·pot·1", "t.parquet:1: ann·1·mug·", "t.parquet:3: eve·3·pot·2");
        assertThat(TableText.failure(file, unnest("items")))
                .isEqualTo("t.parquet has no list items to unnest. Lists in it: lines");
    }

    @Test
    void unnestOfValues_givesTheColumnItself() throws SQLException {
        Path file = write("SELECT 'ann' AS who, ['pot', 'mug'] AS skus");
        assertThat(TableText.rows(file, unnest("skus")))
                .containsExactly("t.parquet:1: ann·pot", "t.parquet:1: ann·mug");
    }
}
