package org.crossaisle.io.ingest;

import java.sql.SQLException;
import org.crossaisle.action.Action;
import org.duckdb.DuckDBAppender;

/** A batch of some thousand events as columns, to be inserted into the database. For one thread at a time. */
final class EventBatch {
    private static final int ROWS = 8_192;

    private final int[] users = new int[ROWS];
    private final int[] items = new int[ROWS];
    private final long[] times = new long[ROWS];
    private final byte[] actions = new byte[ROWS];
    private final long[] sessions = new long[ROWS];
    private final float[] values = new float[ROWS];
    private final long[] places = new long[ROWS];
    private final long[] lines = new long[ROWS];
    private int size;

    void add(int user, int item, long time, Action action, long session, float value, long place, long line) {
        users[size] = user;
        items[size] = item;
        times[size] = time;
        actions[size] = action.code();
        sessions[size] = session;
        values[size] = value;
        places[size] = place;
        lines[size++] = line;
    }

    boolean isFull() {
        return size == ROWS;
    }

    /** Appends every event and clears the batch. */
    void moveTo(DuckDBAppender appender) throws SQLException {
        for (int row = 0; row < size; row++) {
            appender.beginRow()
                    .append(users[row])
                    .append(items[row])
                    .append(times[row])
                    .append(actions[row])
                    .append(sessions[row])
                    .append(values[row])
                    .append(places[row])
                    .append(lines[row])
                    .endRow();
        }
        size = 0;
    }
}
