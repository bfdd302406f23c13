package org.crossaisle.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.Event;
import org.crossaisle.history.UserId;

/**
 * A pool of connections that read concurrently with the writer. Each query sees what was committed when it began, and
 * readers do not block each other. A thread waits if no connection is free.
 */
final class Readers implements AutoCloseable {
    private static final int COUNT = 4;

    private final Path file;
    private final ActionVocabulary actions;
    private final Queue<PreparedStatement> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(0);
    private final List<Connection> connections = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock(); // read lock: use; write lock: close
    private boolean closed; // guarded by lock

    Readers(Path file, ActionVocabulary actions) throws SQLException {
        this.file = file;
        this.actions = actions;
        try {
            for (int i = 0; i < COUNT; i++) {
                Connection connection = Connections.reader(file);
                connections.add(connection);
                idle.add(connection.prepareStatement(EventRows.LATEST));
                free.release();
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    List<Event> latest(UserId user, int count) throws SQLException {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the event store " + file + " is closed");
            }
            free.acquireUninterruptibly(); // each is held for one query
            PreparedStatement latest = idle.remove();
            try {
                return latest(latest, user, count);
            } finally {
                idle.add(latest);
                free.release();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Event> latest(PreparedStatement latest, UserId user, int count) throws SQLException {
        latest.setBytes(1, EventRows.bytes(user));
        latest.setInt(2, count);
        List<Event> events = new ArrayList<>();
        try (ResultSet rows = latest.executeQuery()) {
            while (rows.next()) {
                events.add(EventRows.read(user, rows, actions));
            }
        } catch (IllegalArgumentException e) {
            throw StoreFailure.damaged(file, e);
        }
        Collections.reverse(events);
        return List.copyOf(events);
    }

    @Override
    public void close() throws SQLException {
        lock.writeLock().lock();
        try {
            closed = true;
            for (Connection connection : connections) {
                connection.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
