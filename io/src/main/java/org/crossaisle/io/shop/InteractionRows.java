package org.crossaisle.io.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.event.InteractionMerge;
import org.crossaisle.io.table.DuckDb;

/**
 * Builds the data set of a shop from its stored events, which {@link InteractionMerge} turns into interactions. For one
 * thread.
 */
public final class InteractionRows {
    private final ActionVocabulary actions;
    private final DatasetBuilder builder;
    private final InteractionMerge merge;
    private final LastEvents last;
    private final int users;
    private int user = -1; // the user whose history is being built
    private long events;
    private long returns;
    private long collapsed;

    /**
     * @param gapSeconds a longer pause begins a new session
     * @param collapse false to make every event a separate interaction
     */
    public InteractionRows(Catalog catalog, int users, long gapSeconds, boolean collapse) {
        this.actions = catalog.actions();
        this.builder = new DatasetBuilder(catalog);
        this.merge = new InteractionMerge(
                gapSeconds, collapse, (item, time, action, session) -> builder.add(item, time, action));
        this.last = new LastEvents(users);
        this.users = users;
    }

    /** Reads every event. */
    public Dataset read(Path parquet) throws SQLException, IOException {
        try (DuckDb.Name file = DuckDb.Name.of(parquet);
                Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT \"user\", item, time, action, session FROM " + file.parquet())) {
            while (rows.next()) {
                add(rows.getInt(1), rows.getInt(2), rows.getLong(3), actions.ofCode(rows.getByte(4)), rows.getLong(5));
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

    /** Ends the current history and starts those up to this user; users in between get an empty one. */
    private void startUsersUpTo(int next) {
        merge.startUser();
        while (user < next) {
            builder.startUser();
            user++;
        }
    }

    Dataset build() {
        startUsersUpTo(users - 1);
        return builder.build();
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
