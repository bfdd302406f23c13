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
import org.crossaisle.event.InteractionMerge;
import org.crossaisle.history.Action;
import org.crossaisle.io.table.DuckDb;

/** Makes the data set of a shop from its stored events, which {@link InteractionMerge} turns into interactions. For one thread. */
public final class InteractionRows {
    private static final int INITIAL = 1_024;

    private final DatasetBuilder builder;
    private final InteractionMerge merge;
    private final LastEvents last;
    private final int users;
    private final int[] offsets; // [users + 1]: where the interactions of each user begin
    private int[] sessionOf = new int[INITIAL]; // [interactions so far]
    private int rows;
    private int user = -1; // the one whose history is being built
    private long events;
    private long returns;
    private long collapsed;

    /**
     * @param gapSeconds a longer pause begins a new session
     * @param collapse false to keep every event an interaction of its own
     */
    public InteractionRows(Catalog catalog, int users, long gapSeconds, boolean collapse) {
        this.builder = new DatasetBuilder(catalog);
        this.merge = new InteractionMerge(gapSeconds, collapse, this::addInteraction);
        this.last = new LastEvents(users);
        this.users = users;
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

    void add(int nextUser, int item, long time, Action action, long sessionId) {
        events++;
        if (nextUser != user) {
            startUsersUpTo(nextUser);
        }
        if (!action.showsInterest()) {
            returns++;
        }
        if (merge.add(item, time, action, sessionId)) {
            collapsed++;
        }
        last.put(user, time, sessionId, action);
    }

    private void addInteraction(int item, long time, Action action, int session) {
        builder.add(item, time, action);
        if (rows == sessionOf.length) {
            sessionOf = Arrays.copyOf(sessionOf, Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, rows * 2L)));
        }
        sessionOf[rows++] = session;
    }

    /** Ends the history under way and begins those up to this user; the users between have an empty one. */
    private void startUsersUpTo(int next) {
        merge.startUser();
        while (user < next) {
            builder.startUser();
            user++;
            offsets[user] = rows;
        }
    }

    Dataset build() {
        startUsersUpTo(users - 1);
        offsets[users] = rows;
        return builder.build();
    }

    /** The sessions of the data set, once it is built. */
    Sessions sessions() {
        return new Sessions(offsets, Arrays.copyOf(sessionOf, rows));
    }

    /** The last event of each user. */
    LastEvents lastEvents() {
        return last;
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
