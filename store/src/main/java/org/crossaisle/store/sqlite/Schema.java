package org.crossaisle.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.crossaisle.RecsException;

/** The tables of the store, and the migrations from earlier versions. */
final class Schema {
    /** Marks an SQLite database as one of our event stores: "xais" in ASCII. */
    private static final int APPLICATION = 0x78616973;

    /** Step i migrates from version i to i + 1. A released step is never changed. */
    private static final List<List<String>> STEPS = List.of(List.of(
            // The number is the order of arrival.
            "CREATE TABLE event (number INTEGER PRIMARY KEY, user BLOB NOT NULL CHECK (length(user) = 16),"
                    + " item TEXT NOT NULL, action INTEGER NOT NULL, time INTEGER NOT NULL, value REAL,"
                    + " session TEXT NOT NULL, id TEXT NOT NULL)",
            "CREATE INDEX event_of_user ON event (user, time)", // and by number, which SQLite appends to every index
            "CREATE UNIQUE INDEX event_of_id ON event (id) WHERE id <> ''"));

    private Schema() {}

    /**
     * Checks that the database is undamaged and ours, and migrates it to the current version.
     *
     * @throws RecsException STORAGE_FAILED when it is damaged, has a later version, or belongs to another program
     */
    static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String check = text(statement, "PRAGMA quick_check(1)");
            if (!check.equals("ok")) {
                throw StoreFailure.damaged(file, check);
            }
            int version = number(statement, "PRAGMA user_version");
            boolean isOurs = number(statement, "PRAGMA application_id") == APPLICATION;
            boolean isEmpty = version == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
            if (!isOurs && !isEmpty) {
                throw new RecsException(
                        RecsException.Code.STORAGE_FAILED,
                        file + " is not an event store: it is an SQLite database of another program");
            }
            if (version > STEPS.size()) {
                throw new RecsException(
                        RecsException.Code.STORAGE_FAILED,
                        file + " has version " + version + " of the event store, this release reads versions up to "
                                + STEPS.size() + "; use the release that wrote it, or a later one");
            }
            migrate(statement, version);
        }
    }

    private static void migrate(Statement statement, int version) throws SQLException {
        if (version == STEPS.size()) {
            return;
        }
        statement.execute("BEGIN IMMEDIATE"); // after a failure the connection is closed, which rolls back
        for (List<String> step : STEPS.subList(version, STEPS.size())) {
            for (String change : step) {
                statement.execute(change);
            }
        }
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + STEPS.size());
        statement.execute("COMMIT");
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.getString(1);
        }
    }
}
