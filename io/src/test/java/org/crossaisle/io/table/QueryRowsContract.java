package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading a query must do, whatever the database. */
abstract class QueryRowsContract {
    static final String PASSWORD = "hunter2-not-for-messages";

    /** The address of the running database. */
    abstract String url();

    abstract String user();

    abstract String password();

    QueryRows open(String query) {
        return new QueryRows(new DatabaseUrl(url()), query, user(), password());
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(new DatabaseUrl(url()).forDriver(), user(), password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static List<List<String>> all(RowReader reader) {
        List<List<String>> rows = new ArrayList<>();
        while (reader.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < reader.columns().size(); column++) {
                row.add(reader.text(column));
            }
            rows.add(row);
        }
        return rows;
    }

    @BeforeEach
    void fill() throws SQLException {
        execute(
                "DROP TABLE IF EXISTS orders",
                "CREATE TABLE orders (id bigint, sku varchar(40), price decimal(10,2), weight double precision,"
                        + " at timestamp NULL, day date)",
                "INSERT INTO orders VALUES (4012345000017, 'lamp-1', 1299.90, 4012345000000, '2026-03-29 02:30:00',"
                        + " '2026-03-29'), (2, ' 灯 \"2\"', NULL, 0.5, NULL, NULL)");
    }

    @Test
    void everyType_isReadAsItsText() {
        try (QueryRows rows = open("SELECT id, sku AS item_id, price, weight, at, day FROM orders ORDER BY id DESC")) {
            assertThat(rows.columns()).containsExactly("id", "item_id", "price", "weight", "at", "day");
            assertThat(all(rows))
                    .containsExactly(
                            List.of(
                                    "4012345000017",
                                    "lamp-1",
                                    "1299.90",
                                    "4012345000000",
                                    "2026-03-29T02:30",
                                    "2026-03-29"),
                            List.of("2", "灯 \"2\"", "", "0.5", "", ""));
            assertThat(rows.line()).isEqualTo(2);
            assertThat(rows.sha256()).hasSize(64);
        }
    }

    @Test
    void manyRows_areStreamed() throws SQLException {
        execute(
                "DROP TABLE IF EXISTS numbers",
                "CREATE TABLE numbers AS WITH digit AS (SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL"
                        + " SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL"
                        + " SELECT 8 UNION ALL SELECT 9) SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM digit a,"
                        + " digit b, digit c, digit e");
        try (QueryRows rows = open("SELECT n FROM numbers ORDER BY n")) {
            for (int n = 0; n < 10_000; n++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.text(0)).isEqualTo(String.valueOf(n));
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void sameRows_haveTheSameHash_andOthersAnother() {
        assertThat(hash("SELECT sku FROM orders ORDER BY id")).isEqualTo(hash("SELECT sku FROM orders ORDER BY id"));
        assertThat(hash("SELECT sku FROM orders ORDER BY id"))
                .isNotEqualTo(hash("SELECT sku FROM orders ORDER BY id DESC"));
    }

    private String hash(String query) {
        try (QueryRows rows = open(query)) {
            all(rows);
            return rows.sha256();
        }
    }

    @Test
    void whatIsNoQuery_isRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> open("DELETE FROM orders"))
                .isInstanceOf(RecsException.class)
                .hasMessage("the query must be a SELECT, which may begin with WITH; found \"DELETE\"");
        assertThatThrownBy(() -> open(" ;")).hasMessageContaining("--query events=\"SELECT ...\"");
    }

    @Test
    void severalStatements_changeNothing() throws SQLException {
        assertThatThrownBy(() -> {
                    try (QueryRows rows = open("SELECT 1; DELETE FROM orders")) {
                        all(rows);
                    }
                })
                .isInstanceOf(RecsException.class);
        assertThat(count()).isEqualTo(2);
    }

    private int count() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(new DatabaseUrl(url()).forDriver(), user(), password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM orders")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void queryThatTheDatabaseRefuses_saysWhy() {
        assertThatThrownBy(() -> open("SELECT nothing FROM orders"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("cannot be queried")
                .hasMessageContaining("nothing")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void wrongPassword_isNamedByItsVariable_andNotShown() {
        assertThatThrownBy(() -> new QueryRows(new DatabaseUrl(url()), "SELECT 1", "guest", PASSWORD + "x"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining(QueryRows.USER)
                .hasMessageContaining(QueryRows.PASSWORD)
                .hasMessageNotContaining(PASSWORD);
    }
}
