package org.crossaisle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.crossaisle.RecsException;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.event.EventStore.Appended;
import org.crossaisle.store.EventStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteEventStoreTest extends EventStoreContract {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("events.db");
    }

    @Override
    protected EventStore open() {
        return SqliteEventStore.open(file());
    }

    private Connection foreign() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private void change(String... changes) throws SQLException {
        try (Connection connection = foreign();
                Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
        }
    }

    static void assertFails(ThrowingCallable call, String... message) {
        RecsException failure = catchThrowableOfType(RecsException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(RecsException.Code.STORAGE_FAILED);
        assertThat(failure).hasMessageContainingAll(message);
    }

    private static List<Event> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(ANNA, "item " + i, i, "event " + i))
                .toList();
    }

    @Test
    void commit_isForcedToTheDisk() throws Exception {
        open().close();
        try (Connection connection = Connections.writer(file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA synchronous")) {
            assertThat(rows.getInt(1)).as("2 is FULL").isEqualTo(2);
        }
    }

    @Test
    void users_lieAsTheSixteenBytesOfTheirHash() throws Exception {
        try (EventStore store = open()) {
            store.append(List.of(event(ANNA, "i1", 1, "")));
        }
        try (Connection connection = foreign();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hex(user) FROM event")) {
            assertThat(rows.getString(1)).isEqualTo("FFFFFFFFFFFFFFFF0000000000000007");
        }
    }

    @Test
    void appendThatFailsAtItsLastEvent_storesNone_andThoseThatSharedItsTransactionAreStored() throws Exception {
        open().close();
        change(
                "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN NEW.item = 'bad' BEGIN SELECT RAISE(ABORT, 'no'); END");
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try (EventStore store = open()) {
            List<Future<Appended>> appends = new ArrayList<>();
            try (Connection connection = foreign();
                    Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE"); // the writer waits with the first, the others gather
                for (String last : List.of("fine", "fine", "bad")) {
                    appends.add(pool.submit(() ->
                            store.append(List.of(event(ANNA, "before " + last, 1, ""), event(ANNA, last, 1, "")))));
                }
                awaitQueued(store, 6);
                statement.execute("ROLLBACK");
            }
            assertThat(appends.get(0).get()).isEqualTo(new Appended(2, 0));
            assertThat(appends.get(1).get()).isEqualTo(new Appended(2, 0));
            assertThat(appends.get(2))
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(RecsException.class);
            assertThat(items(store, ANNA, 10)).containsExactly("before fine", "fine", "before fine", "fine");
            assertThat(store.size()).isEqualTo(4);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void awaitQueued(EventStore store, int events) throws InterruptedException {
        while (((SqliteEventStore) store).queued() < events) {
            Thread.sleep(1);
        }
    }

    @Test
    void fullQueue_refusesAnAppend_andTakesItOnceThereIsRoom() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try (SqliteEventStore store = SqliteEventStore.open(file(), ActionVocabulary.SHOP, 10)) {
            Future<Appended> waiting;
            try (Connection connection = foreign();
                    Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                waiting = pool.submit(() -> store.append(many(6)));
                awaitQueued(store, 6);
                assertFails(
                        () -> store.append(many(5)),
                        "is written too slowly",
                        "at most 10 events",
                        "no room for 5 more");
                statement.execute("ROLLBACK");
            }
            assertThat(waiting.get()).isEqualTo(new Appended(6, 0));
            assertThat(store.append(many(7))).isEqualTo(new Appended(1, 6));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void fileThatIsNoDatabase_isRefused_andLeftAlone() throws Exception {
        Files.writeString(file(), "user,item\n".repeat(1000));
        assertFails(this::open, "events.db is not an event store: it is not an SQLite database");
        assertThat(file()).hasContent("user,item\n".repeat(1000));
        Files.delete(file());
        open().close(); // the refusal has let go of the file
    }

    @Test
    void databaseOfAnotherProgram_isRefused() throws Exception {
        change("CREATE TABLE event (a)");
        assertFails(this::open, "is an SQLite database of another program");
    }

    @Test
    void laterVersion_isRefused() throws Exception {
        open().close();
        change("PRAGMA user_version = 99");
        assertFails(this::open, "has version 99 of the event store, this release reads versions up to 1");
    }

    @Test
    void damagedFile_isRefused() throws Exception {
        try (EventStore store = open()) {
            store.append(many(5000));
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(bytes.length() / 8192 * 4096);
            bytes.write(new byte[4096]);
        }
        assertFails(this::open, "events.db is damaged");
    }

    @Test
    void fileThatWasCutShort_isRefused() throws Exception {
        try (EventStore store = open()) {
            store.append(many(5000));
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        assertFails(this::open, "events.db is damaged");
    }

    @Test
    void rowThatIsNoEvent_isDamage() throws Exception {
        try (EventStore store = open()) {
            store.append(many(1));
        }
        change("UPDATE event SET action = 77");
        try (EventStore store = open()) {
            assertFails(() -> store.latest(ANNA, 1), "events.db is damaged", "action code is 77");
        }
    }

    @Test
    void directoryInPlaceOfTheFile_isRefused() throws Exception {
        Files.createDirectory(file());
        assertFails(this::open, "events.db", "is a directory");
    }

    @Test
    void filesAndTheDirectoryMadeForThem_areTheOwnersAlone() throws Exception {
        Path made = directory.resolve("made/for/it");
        try (EventStore store = SqliteEventStore.open(made.resolve("events.db"))) {
            store.append(many(1));
            for (String name : List.of("events.db", "events.db-wal", "events.db-shm", "events.db.lock")) {
                assertThat(permissions(made.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("made/for"))).isEqualTo("rwx------");
    }

    @Test
    void fileThatOthersCouldRead_isTakenFromThem_andItsDirectoryIsNot() throws Exception {
        open().close();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        open().close();
        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
