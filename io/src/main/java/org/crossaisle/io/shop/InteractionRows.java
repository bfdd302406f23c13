package org.crossaisle.io.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.Action;
import org.crossaisle.io.table.DuckDb;

/**
 * Makes the data set of a shop out of its stored events: leaves returns out, and takes consecutive events of a user on one
 * item in one session as one interaction: the strongest of them, at its time. For one thread.
 */
public final class InteractionRows {
    private static final int INITIAL = 1_024;

    private final DatasetBuilder builder;
    private final SessionNumbers sessions;
    private final int users;
    private final boolean collapse;
    private final int[] offsets; // [users + 1]: where the interactions of each user begin
    private int[] sessionOf = new int[INITIAL]; // [interactions so far]
    private int rows;
    private int user = -1; // the one whose history is being built
    private int item;
    private long time;
    private Action action = Action.VIEW;
    private int session;
    private boolean pending;
    private long events;
    private long returns;
    private long collapsed;

    /**
     * @param gapSeconds a longer pause begins a new session
     * @param collapse false to keep every event an interaction of its own
     */
    public InteractionRows(Catalog catalog, int users, long gapSeconds, boolean collapse) {
        this.builder = new DatasetBuilder(catalog);
        this.sessions = new SessionNumbers(gapSeconds);
        this.users = users;
        this.collapse = collapse;
        this.offsets = new int[users + 1];
    }

    /** Reads every event. */
    public Dataset read(Path parquet) throws SQLException, IOException {
        try (DuckDb.Name file = DuckDb.Name.of(parquet);
                Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT \"user\", item, time, action, session FROM " + file.parquet())) {
            while (rows.next()) {
                add(rows.getInt(1), rows.getInt(2), rows.getLong(3), Action.ofCode(rows.getByte(4)), rows.getLong(5));
            }
        }
        return build();
    }

    void add(int nextUser, int nextItem, long nextTime, Action nextAction, long sessionId) {
        events++;
        if (nextUser != user) {
            finishUsersBefore(nextUser);
            startUser();
        }
        int nextSession = sessions.of(nextTime, sessionId);
        if (!nextAction.showsInterest()) {
            returns++;
            flush();
        } else if (collapse && pending && nextItem == item && nextSession == session) {
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
            session = nextSession;
            pending = true;
        }
    }

    private void flush() {
        if (pending) {
            builder.add(item, time, action);
            if (rows == sessionOf.length) {
                sessionOf = Arrays.copyOf(sessionOf, Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, rows * 2L)));
            }
            sessionOf[rows++] = session;
            pending = false;
        }
    }

    private void startUser() {
        builder.startUser();
        sessions.startUser();
        user++;
        offsets[user] = rows;
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
        offsets[users] = rows;
        return builder.build();
    }

    /** The sessions of the data set, once it is built. */
    Sessions sessions() {
        return new Sessions(offsets, Arrays.copyOf(sessionOf, rows));
    }

    public long events() {
        return events;
    }

    public long returns() {
        return returns;
    }

    public long collapsed() {
        return collapsed;
    }
}
