package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlQueryTest extends QueryRowsContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    String user() {
        return "postgres";
    }

    @Override
    String password() {
        return "";
    }

    /** The server trusts every known user, so an unknown one stands for a wrong password. */
    @Test
    @Override
    void wrongPassword_isNamedByItsVariable_andNotShown() {
        super.wrongPassword_isNamedByItsVariable_andNotShown();
    }

    @Test
    void functionThatWrites_isRefusedByTheDatabase() throws SQLException {
        execute(
                "CREATE OR REPLACE FUNCTION emptied() RETURNS int LANGUAGE sql AS 'DELETE FROM orders; SELECT 1'",
                "DROP TABLE IF EXISTS kept");
        assertThatThrownBy(() -> {
                    try (QueryRows rows = open("SELECT emptied()")) {
                        all(rows);
                    }
                })
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void arraysAreLists_andTimesWithAZoneKeepIt() throws SQLException {
        execute(
                "DROP TABLE IF EXISTS items",
                "CREATE TABLE items (id text, categories text[], changed timestamptz)",
                "INSERT INTO items VALUES ('a', ARRAY['Home', NULL, 'Lamps'], '2026-03-29 02:30:00+02'), ('b', NULL, NULL)");
        try (QueryRows rows = open("SELECT * FROM items ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.values(1)).isEqualTo(List.of("Home", "Lamps"));
            assertThat(rows.text(1)).isEqualTo("Home|Lamps");
            assertThat(rows.text(2)).isEqualTo("2026-03-29T00:30Z");
            assertThat(rows.next()).isTrue();
            assertThat(rows.values(1)).isEmpty();
        }
    }

    @Test
    void unreachableServer_isAnErrorThatNamesIt() {
        assertThatThrownBy(() -> new QueryRows(
                        new DatabaseUrl("jdbc:postgresql://localhost:1/shop?sslmode=disable"),
                        "SELECT 1",
                        "u",
                        PASSWORD))
                .isInstanceOf(RecsException.class)
                .hasMessageStartingWith("postgresql://localhost:1/shop cannot be queried: ")
                .hasMessageNotContaining(PASSWORD);
    }
}
