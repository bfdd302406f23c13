package org.crossaisle.io.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.crossaisle.OwnerOnly;
import org.crossaisle.action.Action;
import org.crossaisle.history.History;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.table.DuckDb;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Sorts events by user, time and line, and removes duplicates and the events of bots. It uses a DuckDB database in a
 * temporary directory, which spills to disk what exceeds its memory. Not safe for use by several threads; a background
 * thread fills the database while the next events are read.
 */
final class EventSorter implements AutoCloseable {
    private static final String UNTIMED = String.valueOf(History.NO_TIME);

    private static final String DATABASE = "sorted";

    private final DuckDb.Name directory;
    private final Connection connection;
    private final Statement statement;
    private final DuckDBAppender appender;
    private final ExecutorService filler = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "events into the database");
        thread.setDaemon(true);
        return thread;
    });
    private EventBatch batch = new EventBatch();
    private EventBatch spare = new EventBatch();
    private Future<?> filling = CompletableFuture.completedFuture(null);
    private boolean reading = true;

    /** @param directory used by this sorter only */
    EventSorter(Path directory, int mebibytes) throws SQLException, IOException {
        Files.createDirectories(directory);
        this.directory = DuckDb.Name.of(directory);
        connection = DuckDb.open();
        statement = connection.createStatement();
        statement.execute("SET memory_limit = '" + mebibytes + "MiB'");
        statement.execute("SET temp_directory = " + this.directory.literal("spill"));
        // The database is temporary, so no write-ahead log is needed; and DuckDB names its log wrongly if the path has
        // a question mark.
        statement.execute("ATTACH " + this.directory.literal("events.duckdb") + " AS " + DATABASE
                + " (RECOVERY_MODE no_wal_writes)");
        statement.execute("USE " + DATABASE);
        statement.execute("CREATE TABLE events (\"user\" INTEGER, item INTEGER, time BIGINT, action TINYINT,"
                + " session BIGINT, value FLOAT, place BIGINT, line BIGINT)");
        appender = inFiller(() -> ((DuckDBConnection) connection).createAppender(DATABASE, "main", "events"));
    }

    /**
     * @param place the event's position in the order of its user: the table's position column if there is one, else the
     *     line
     */
    void add(int user, int item, long time, Action action, long session, float value, long place, long line)
            throws SQLException {
        batch.add(user, item, time, action, session, value, place, line);
        if (batch.isFull()) {
            fill();
        }
    }

    /** Hands the batch to the background thread, after the one before is done. */
    private void fill() throws SQLException {
        await(filling);
        EventBatch full = batch;
        batch = spare;
        spare = full;
        filling = filler.submit(() -> {
            full.moveTo(appender);
            return full;
        });
    }

    /** Runs work on the background thread: an appender can only be used by the thread that opened it. */
    private <T> T inFiller(Callable<T> work) throws SQLException {
        return await(filler.submit(work));
    }

    private static <T> T await(Future<T> future) throws SQLException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new SQLException(cause == null ? "" : cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while events were written to the database", e);
        }
    }

    /** Ends adding. Must be called after all events were added and before any query. */
    void endAdding() throws SQLException {
        if (reading) {
            fill();
            await(filling);
            closeAppender();
        }
    }

    private void closeAppender() throws SQLException {
        reading = false;
        inFiller(() -> {
            appender.close();
            return appender;
        });
    }

    /** True when some event has a time. */
    boolean timed() throws SQLException {
        return number("SELECT count(*) FROM events WHERE time <> " + UNTIMED) > 0;
    }

    /**
     * Fills missing times: with the time of the user's previous event, else of the next one. If a user has no times at
     * all, their events get the earliest time of the table, so that they are history for every split by time and never
     * a target.
     *
     * @return how many times were filled
     */
    long fillTimes() throws SQLException {
        long untimed = number("SELECT count(*) FROM events WHERE time = " + UNTIMED);
        if (untimed > 0) {
            long earliest = number("SELECT min(time) FROM events WHERE time <> " + UNTIMED);
            String known = "(nullif(time, " + UNTIMED
                    + ") IGNORE NULLS) OVER (PARTITION BY \"user\" ORDER BY place, line" + " ROWS BETWEEN ";
            replaceTimes("coalesce(nullif(time, " + UNTIMED + "), last_value" + known
                    + "UNBOUNDED PRECEDING AND CURRENT ROW), first_value" + known
                    + "CURRENT ROW AND UNBOUNDED FOLLOWING), " + earliest + ")");
        }
        return untimed;
    }

    /**
     * Raises times that go backwards to the time before, if the table gives positions: these determine the order.
     *
     * @return how many were raised
     */
    long raiseTimes() throws SQLException {
        long raised = number("SELECT count(*) FROM (SELECT time < max(time) OVER (PARTITION BY \"user\" ORDER BY place,"
                + " line ROWS UNBOUNDED PRECEDING) AS back FROM events) WHERE back");
        if (raised > 0) {
            replaceTimes("max(time) OVER (PARTITION BY \"user\" ORDER BY place, line ROWS UNBOUNDED PRECEDING)");
        }
        return raised;
    }

    private void replaceTimes(String time) throws SQLException {
        statement.execute("CREATE TABLE replaced AS SELECT * REPLACE (" + time + " AS time) FROM events");
        statement.execute("DROP TABLE events");
        statement.execute("ALTER TABLE replaced RENAME TO events");
    }

    /**
     * Removes the events of users that look like bots. Must be called before times are filled, so that only times from
     * the table are counted.
     *
     * @param events a user with more events than this is a bot
     * @param eventsPerHour so is one with more events than this in one hour; not applied to times that are whole days
     */
    Removed removeBots(int events, int eventsPerHour, Consumer<String> notes) throws SQLException {
        statement.execute(
                "CREATE TABLE bots AS SELECT \"user\", count(*) AS events FROM events GROUP BY \"user\" HAVING events > "
                        + events + " OR \"user\" IN (SELECT \"user\" FROM events WHERE time <> " + UNTIMED
                        + " AND time % 86400 <> 0 AND \"user\" IN (SELECT \"user\" FROM events GROUP BY \"user\" HAVING count(*) > "
                        + eventsPerHour + ") GROUP BY \"user\", time // 3600 HAVING count(*) > " + eventsPerHour + ")");
        long bots = number("SELECT count(*) FROM bots");
        if (bots == 0) {
            return new Removed(0, List.of());
        }
        List<Long> most = lines("SELECT events FROM bots ORDER BY events DESC LIMIT " + TableFindings.EXAMPLES);
        notes.accept(String.format("%,d users look like bots; the busiest have %s events", bots, most));
        return remove("\"user\" IN (SELECT \"user\" FROM bots)");
    }

    /**
     * Who has the most events.
     *
     * @param number of the user or item
     * @param events how many it has
     * @param line of its first event
     * @param others how many users or items have events, itself included
     */
    record Busiest(int number, long events, long line, int others) {}

    /** @param column "user" or "item" */
    Busiest busiest(String column) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT number, events, line, (SELECT count(DISTINCT \"" + column
                + "\") FROM events) FROM (SELECT \"" + column + "\" AS number, count(*) AS events, min(line) AS line"
                + " FROM events GROUP BY number) ORDER BY events DESC, number LIMIT 1")) {
            return rows.next()
                    ? new Busiest(rows.getInt(1), rows.getLong(2), rows.getLong(3), rows.getInt(4))
                    : new Busiest(0, 0, 0, 0);
        }
    }

    private Removed remove(String condition) throws SQLException {
        List<Long> lines =
                lines("SELECT line FROM events WHERE " + condition + " ORDER BY line LIMIT " + TableFindings.EXAMPLES);
        return new Removed(
                lines.isEmpty() ? 0 : statement.executeUpdate("DELETE FROM events WHERE " + condition), lines);
    }

    /**
     * Writes the events as Parquet, sorted and without duplicates.
     *
     * @param timed true when events have times; duplicates can only be recognised with times
     * @return the duplicates that were removed
     */
    Removed write(Path directory, String file, boolean timed) throws SQLException, IOException {
        try (DuckDb.Name written = DuckDb.Name.of(directory)) {
            Removed removed = write(written.literal(file), timed);
            OwnerOnly.restrict(directory.resolve(file)); // DuckDB created it with the default umask
            return removed;
        }
    }

    /** @param parquet the file as an SQL literal */
    private Removed write(String parquet, boolean timed) throws SQLException {
        long before = number("SELECT count(*) FROM events");
        String same = "\"user\", time, item, action";
        String once = timed
                ? "SELECT " + same + ", arg_min(session, line) AS session, arg_min(value, line) AS value,"
                        + " min(place) AS place, min(line) AS line FROM events GROUP BY " + same
                : "SELECT * FROM events";
        statement.execute("COPY (SELECT \"user\", item, time, action, session, value FROM (" + once
                + ") ORDER BY \"user\", time, place, line) TO " + parquet
                + " (FORMAT parquet, COMPRESSION zstd)");
        long duplicates = before - number("SELECT count(*) FROM read_parquet(" + parquet + ")");
        List<Long> lines = duplicates == 0
                ? List.of()
                : lines("SELECT line FROM (SELECT line, row_number() OVER (PARTITION BY " + same
                        + " ORDER BY line) AS nth FROM events) WHERE nth > 1 ORDER BY line LIMIT "
                        + TableFindings.EXAMPLES);
        return new Removed(duplicates, lines);
    }

    private long number(String query) throws SQLException {
        return lines(query).get(0);
    }

    private List<Long> lines(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    @Override
    public void close() throws SQLException, IOException {
        try (DuckDb.Name named = directory;
                Connection open = connection;
                Statement queried = statement) {
            if (reading) {
                closeAppender(); // pending rows are no longer needed
            }
        } finally {
            filler.shutdownNow();
        }
    }

    /**
     * The events that were removed.
     *
     * @param count how many events
     * @param lines lines of the first few of them
     */
    record Removed(long count, List<Long> lines) {
        void into(TableFindings findings, Finding.Reason reason) {
            findings.add(reason, count);
            lines.forEach(line -> findings.example(reason, line, reason.text()));
        }
    }
}
