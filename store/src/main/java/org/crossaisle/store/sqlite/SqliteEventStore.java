package org.crossaisle.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.crossaisle.Bounds;
import org.crossaisle.RecsException;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.UserId;

/**
 * An {@link EventStore} in one SQLite file, which only one process can use at a time.
 *
 * <p>Every commit is synced to the write-ahead log next to the file. Only the owner may read the file, and the
 * directory if it is created for it.
 */
public final class SqliteEventStore implements EventStore {
    private static final int QUEUED_EVENTS = 10 * LARGEST_APPEND;

    private final StoreFile file;
    private final GroupCommit writer;
    private final Readers readers;
    private boolean closed; // guarded by this

    private SqliteEventStore(StoreFile file, GroupCommit writer, Readers readers) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens the store of a shop with the usual actions. */
    public static SqliteEventStore open(Path file) {
        return open(file, ActionVocabulary.SHOP);
    }

    /**
     * Opens the store, or creates an empty one if there is no file. The whole file is checked for damage.
     *
     * @param actions what users can do, by the codes in the file
     * @throws RecsException STORAGE_FAILED when the file is in use, not an event store, damaged, has a later version,
     *     or cannot be read and written
     */
    public static SqliteEventStore open(Path file, ActionVocabulary actions) {
        return open(file, actions, QUEUED_EVENTS);
    }

    static SqliteEventStore open(Path file, ActionVocabulary actions, int queuedEvents) {
        StoreFile claimed = StoreFile.claim(file);
        try {
            return open(claimed, actions, queuedEvents);
        } catch (SQLException e) {
            claimed.close();
            throw StoreFailure.of(file, e);
        } catch (RuntimeException e) {
            claimed.close();
            throw e;
        }
    }

    private static SqliteEventStore open(StoreFile file, ActionVocabulary actions, int queuedEvents)
            throws SQLException {
        Connection connection = Connections.writer(file.path());
        try {
            Schema.prepare(connection, file.path());
            logAhead(connection, file.path());
            GroupCommit writer = new GroupCommit(file.path(), connection, queuedEvents);
            SqliteEventStore store = new SqliteEventStore(file, writer, new Readers(file.path(), actions));
            writer.start();
            return store;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void logAhead(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            String mode = rows.getString(1);
            if (!mode.equals("wal")) {
                throw new RecsException(
                        RecsException.Code.STORAGE_FAILED,
                        file
                                + " is on a file system without shared memory, which a write-ahead log needs: the journal mode is "
                                + mode);
            }
        }
    }

    @Override
    public Appended append(List<Event> events) {
        Bounds.atMost("number of events", events.size(), LARGEST_APPEND);
        try {
            return writer.append(events).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw StoreFailure.of(file.path(), failure);
            }
            throw e;
        }
    }

    @Override
    public List<Event> latest(UserId user, int count) {
        Bounds.atLeast("count", count, 0);
        try {
            return readers.latest(user, count);
        } catch (SQLException e) {
            throw StoreFailure.of(file.path(), e);
        }
    }

    @Override
    public long size() {
        return writer.size();
    }

    /** The number of events waiting to be stored. */
    int queued() {
        return writer.queued();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (StoreFile released = file) {
            readers.close();
            writer.close(); // last, since closing the last connection moves the log into the file
        } catch (SQLException e) {
            throw StoreFailure.of(file.path(), e);
        }
    }
}
