package org.crossaisle.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.crossaisle.RecsException;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.event.EventStore.Appended;

/**
 * The single writer thread. Appends that arrive while a transaction is synced to disk share the next transaction, so
 * that many small appends cost one sync.
 *
 * <p>When the transaction of a group fails, each of its appends is retried in its own transaction: only the failing
 * appends report a failure, and an append that still fits on a full disk is stored.
 */
final class GroupCommit implements AutoCloseable {
    private static final Append END = new Append(List.of());

    private final Path file;
    private final Connection connection;
    private final PreparedStatement insert;
    private final Statement statement;
    private final AtomicLong size;
    private final int queuedEvents;
    private final Semaphore room;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>(); // bounded by the permits of room
    private final Thread thread;
    private boolean closed; // guarded by this

    /**
     * @param queuedEvents maximum number of waiting events, at least {@link EventStore#LARGEST_APPEND} so that any
     *     append fits
     */
    GroupCommit(Path file, Connection connection, int queuedEvents) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.insert = connection.prepareStatement(EventRows.INSERT);
        this.statement = connection.createStatement();
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM event")) {
            this.size = new AtomicLong(rows.getLong(1));
        }
        this.queuedEvents = queuedEvents;
        this.room = new Semaphore(queuedEvents);
        this.thread = new Thread(this::work, "event-store");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private static final class Append {
        final List<Event> events;
        final CompletableFuture<Appended> result = new CompletableFuture<>();

        Append(List<Event> events) {
            this.events = events;
        }
    }

    /** Waits for the commit, even when interrupted: the caller must learn whether the events are stored. */
    CompletableFuture<Appended> append(List<Event> events) {
        Append append = new Append(List.copyOf(events));
        int count = append.events.size();
        if (!room.tryAcquire(count)) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    file + " is written too slowly: at most " + queuedEvents
                            + " events may wait, and there is no room for " + count + " more; try again later");
        }
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the event store " + file + " is closed");
            }
            queue.add(append);
        }
        return append.result.whenComplete((appended, failure) -> room.release(count));
    }

    long size() {
        return size.get();
    }

    /** The number of waiting events, including those being written. */
    int queued() {
        return queuedEvents - room.availablePermits();
    }

    private void work() {
        boolean ended = false;
        while (!ended) {
            List<Append> group = new ArrayList<>();
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException("this thread was interrupted, which should never happen", e);
            }
            queue.drainTo(group);
            ended = group.remove(END);
            if (!group.isEmpty()) {
                write(group);
            }
        }
    }

    private void write(List<Append> group) {
        try {
            statement.execute("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            group.forEach(append -> append.result.completeExceptionally(e)); // a retry would wait just as long
            return;
        }
        try {
            List<Appended> results = commit(group);
            results.forEach(each -> size.addAndGet(each.accepted()));
            for (int i = 0; i < results.size(); i++) {
                group.get(i).result.complete(results.get(i));
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            if (group.size() == 1) {
                group.get(0).result.completeExceptionally(e);
            } else {
                group.forEach(append -> write(List.of(append)));
            }
        }
    }

    private List<Appended> commit(List<Append> group) throws SQLException {
        List<Appended> results = new ArrayList<>();
        for (Append append : group) {
            int accepted = 0;
            for (Event event : append.events) {
                EventRows.write(event, insert);
                accepted += insert.executeUpdate();
            }
            results.add(new Appended(accepted, append.events.size() - accepted));
        }
        statement.execute("COMMIT");
        return results;
    }

    /** Rolls back. After some failures, such as a full disk, SQLite has already rolled back, and this fails. */
    private void rollBack(Throwable failure) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Writes the waiting events, then stops the thread. */
    @Override
    public void close() throws SQLException {
        synchronized (this) {
            closed = true;
            queue.add(END);
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the waiting events are written first
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
