package org.crossaisle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossaisle.store.EventStoreContract.ANNA;
import static org.crossaisle.store.EventStoreContract.event;
import static org.crossaisle.store.sqlite.SqliteEventStoreTest.assertFails;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossaisle.RecsException;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store among processes: killed ones, several of them, and a disk that others fill. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // instead of no end
final class EventStoreProcessTest {
    private static final int EVENTS = 5;

    @TempDir
    Path directory;

    /** Appends to a file from four threads without an end, a user for each append, and prints which were answered. */
    static final class Appending {
        private Appending() {}

        public static void main(String[] arguments) {
            EventStore store = SqliteEventStore.open(Path.of(arguments[0]));
            AtomicInteger next = new AtomicInteger();
            for (int thread = 0; thread < 4; thread++) {
                new Thread(() -> append(store, next)).start();
            }
        }

        private static void append(EventStore store, AtomicInteger next) {
            while (true) {
                int user = next.getAndIncrement();
                store.append(Collections.nCopies(EVENTS, event(new UserId(user, 0), "i" + user, user, "")));
                System.out.println(user);
            }
        }
    }

    /** Opens a file and closes it, or says why it cannot. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            try (EventStore store = SqliteEventStore.open(Path.of(arguments[0]))) {
                System.out.println("opened with " + store.size());
            } catch (RecsException e) {
                System.out.println(e.code() + ": " + e.getMessage());
            }
        }
    }

    private Process start(Class<?> program, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        file.toString())
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    @Test
    void processKilledWhileAppending_losesNoEventThatWasAnswered_andKeepsNoneInPart() throws Exception {
        Path file = directory.resolve("events.db");
        List<Integer> answered = new ArrayList<>();
        Process child = start(Appending.class, file);
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answered.add(Integer.valueOf(line));
                if (answered.size() == 500) {
                    child.toHandle().destroyForcibly(); // which leaves what it printed to be read
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }

        assertThat(answered).hasSizeGreaterThanOrEqualTo(500);
        try (EventStore store = SqliteEventStore.open(file)) {
            for (int user : answered) {
                assertThat(store.latest(new UserId(user, 0), 100))
                        .as("user " + user)
                        .hasSize(EVENTS);
            }
            long found = 0;
            for (int user = 0; user < Collections.max(answered) + 8; user++) {
                int events = store.latest(new UserId(user, 0), 100).size();
                assertThat(events).isIn(0, EVENTS);
                found += events;
            }
            assertThat(store.size()).isEqualTo(found);
        }
    }

    @Test
    void secondOpener_isRefused_inThisProcessAndInAnother() throws Exception {
        Path file = directory.resolve("events.db");
        try (EventStore store = SqliteEventStore.open(file)) {
            assertFails(
                    () -> SqliteEventStore.open(directory.resolve("../" + directory.getFileName() + "/events.db")),
                    "events.db is in use");
            // After the refusal here, which must not have let go of the lock.
            assertThat(output(start(Opening.class, file)))
                    .startsWith("STORAGE_FAILED: the event store ")
                    .contains("is in use: another process");
            store.append(List.of(event(ANNA, "i1", 1, "")));
        }
        assertThat(output(start(Opening.class, file))).isEqualTo("opened with 1");
    }

    @Test
    void fileThatAnotherProcessHas_isRefused_untilThatProcessEnds() throws Exception {
        Path file = directory.resolve("events.db");
        Process child = start(Appending.class, file);
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).as("the child has appended").isNotNull();
            assertFails(() -> SqliteEventStore.open(file), "events.db is in use: another process");
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (EventStore store = SqliteEventStore.open(file)) {
            assertThat(store.size()).isPositive();
        }
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    @Test
    void fullDisk_keepsNothingOfThatAppend_andTheStoreGoesOnOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("small-disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()), "cannot mount a tmpfs");
        try {
            Path ballast = Files.write(disk.resolve("ballast"), new byte[2 << 20]);
            Path file = disk.resolve("events.db");
            int stored = 0;
            try (EventStore store = SqliteEventStore.open(file)) {
                @Nullable RecsException failure = null;
                while (failure == null && stored < 1000) {
                    try {
                        store.append(large(stored));
                        stored++;
                    } catch (RecsException e) {
                        failure = e;
                    }
                }
                assertThat(failure).hasMessageContainingAll("events.db", "the disk is full");
                assertStored(store, stored);

                Files.delete(ballast);
                store.append(large(stored));
                stored++;
                assertStored(store, stored);
            }
            try (EventStore store = SqliteEventStore.open(file)) {
                assertStored(store, stored);
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    /** 20 KB of events of one user. */
    private static List<Event> large(int user) {
        return Collections.nCopies(20, event(new UserId(0, user), "i".repeat(1000), 1, ""));
    }

    private static void assertStored(EventStore store, int users) {
        assertThat(users).isPositive();
        assertThat(store.size()).isEqualTo(users * 20L);
        for (int user = 0; user < users; user++) {
            assertThat(store.latest(new UserId(0, user), 100)).hasSize(20);
        }
        assertThat(store.latest(new UserId(0, users), 100)).isEmpty();
    }

    private static boolean run(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        }
    }
}
