package org.crossaisle.io.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.duckdb.DuckDBDriver;

/**
 * Makes the data set of a shop out of its stored events: leaves returns out, and takes consecutive events of a user on one
 * item, in one session or with no more than a pause between them, as one interaction: the strongest of them, at its time.
 */
final class InteractionRows {
    private final DatasetBuilder builder;
    private final int users;
    private final long gap;
    private int user = -1; // the one whose history is being built
    private int item;
    private long time;
    private Action action = Action.VIEW;
    private long session;
    private long lastTime; // of the latest event that went into the pending interaction
    private boolean pending;
    private long events;
    private long returns;
    private long collapsed;

    InteractionRows(Catalog catalog, int users, long gapSeconds) {
        this.builder = new DatasetBuilder(catalog);
        this.users = users;
        this.gap = gapSeconds;
    }

    /** Reads every event. */
    Dataset read(Path parquet) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        String file = parquet.toAbsolutePath().toString().replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"user\", item, time, action, session FROM read_parquet('" + file + "')")) {
            while (rows.next()) {
                add(rows.getInt(1), rows.getInt(2), rows.getLong(3), Action.ofCode(rows.getByte(4)), rows.getLong(5));
            }
        }
        return build();
    }

    void add(int nextUser, int nextItem, long nextTime, Action nextAction, long nextSession) {
        events++;
        if (nextUser != user) {
            finishUsersBefore(nextUser);
            startUser();
        }
        if (!nextAction.showsInterest()) {
            returns++;
            flush();
            return;
        }
        if (pending && nextItem == item && continues(nextTime, nextSession)) {
            collapsed++;
            if (nextAction.compareTo(action) > 0) {
                action = nextAction;
                time = nextTime;
            }
        } else {
            flush();
            item = nextItem;
            time = nextTime;
            action = nextAction;
            pending = true;
        }
        session = nextSession;
        lastTime = nextTime;
    }

    private boolean continues(long nextTime, long nextSession) {
        if (session != EventSorter.NO_SESSION && session == nextSession) {
            return true;
        }
        return nextTime != History.NO_TIME && nextTime - lastTime <= gap;
    }

    private void flush() {
        if (pending) {
            builder.add(item, time, action);
            pending = false;
        }
    }

    private void startUser() {
        builder.startUser();
        user++;
    }

    /** Ends the history under way and gives those between it and the next an empty one. */
    private void finishUsersBefore(int next) {
        flush();
        while (user < next - 1) {
            startUser();
        }
    }

    Dataset build() {
        finishUsersBefore(users);
        return builder.build();
    }

    long events() {
        return events;
    }

    long returns() {
        return returns;
    }

    long collapsed() {
        return collapsed;
    }
}
