package org.crossaisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.event.EventStore.Appended;
import org.crossaisle.history.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every event store must do. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // instead of no end
public abstract class EventStoreContract {
    public static final UserId ANNA = new UserId(-1, 7);
    public static final UserId BEN = new UserId(-1, 8);

    /** Opens the store of this test, which is empty at first and holds afterwards what was appended. */
    protected abstract EventStore open();

    public static Event event(UserId user, String item, long time, String id) {
        return new Event(user, item, Action.PURCHASE, time, OptionalDouble.empty(), "", id);
    }

    public static List<String> items(EventStore store, UserId user, int count) {
        return store.latest(user, count).stream().map(Event::item).toList();
    }

    @Test
    void events_comeBackAsTheyWereGiven_alsoFromAStoreOpenedAgain() {
        List<Event> events = List.of(
                new Event(ANNA, "i1", Action.RETURN, 0, OptionalDouble.of(0), "", ""),
                new Event(ANNA, "茶🍵 'q' \\ \u0000 end", Action.VIEW, 5, OptionalDouble.of(-12.5), "visit", "e1"),
                new Event(ANNA, "i3", Action.REVIEW, 253_402_300_799L, OptionalDouble.empty(), "s", "e2"));
        try (EventStore store = open()) {
            assertThat(store.append(events)).isEqualTo(new Appended(3, 0));
            assertThat(store.latest(ANNA, 10)).isEqualTo(events);
        }
        try (EventStore store = open()) {
            assertThat(store.latest(ANNA, 10)).isEqualTo(events);
            assertThat(store.size()).isEqualTo(3);
        }
    }

    @Test
    void latest_isInOrderOfTimeThenArrival_andNoMoreThanAsked() {
        try (EventStore store = open()) {
            store.append(List.of(event(ANNA, "late", 30, ""), event(ANNA, "tie 1", 20, ""), event(BEN, "his", 25, "")));
            store.append(List.of(event(ANNA, "tie 2", 20, ""), event(ANNA, "early", 10, "")));
            assertThat(items(store, ANNA, 10)).containsExactly("early", "tie 1", "tie 2", "late");
            assertThat(items(store, ANNA, 2)).containsExactly("tie 2", "late");
            assertThat(items(store, ANNA, 0)).isEmpty();
            assertThat(items(store, new UserId(7, -1), 10)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.latest(ANNA, -1))
                    .withMessage("count is -1, must be at least 0");
        }
    }

    @Test
    void idStoredBefore_isADuplicate_whoseverItIs() {
        try (EventStore store = open()) {
            store.append(List.of(event(ANNA, "first", 1, "e1")));
            assertThat(store.append(List.of(
                            event(ANNA, "again", 2, "e1"),
                            event(BEN, "another's", 3, "e1"),
                            event(BEN, "new", 4, "e2"))))
                    .isEqualTo(new Appended(1, 2));
            assertThat(store.append(List.of(event(ANNA, "once", 5, "e3"), event(ANNA, "twice", 6, "e3"))))
                    .isEqualTo(new Appended(1, 1));
        }
        try (EventStore store = open()) {
            assertThat(store.append(List.of(event(ANNA, "later", 7, "e1")))).isEqualTo(new Appended(0, 1));
            assertThat(items(store, ANNA, 10)).containsExactly("first", "once");
            assertThat(items(store, BEN, 10)).containsExactly("new");
            assertThat(store.size()).isEqualTo(3);
        }
    }

    @Test
    void eventsWithoutId_areNeverDuplicates() {
        try (EventStore store = open()) {
            Event event = event(ANNA, "i1", 1, "");
            assertThat(store.append(List.of(event, event))).isEqualTo(new Appended(2, 0));
            assertThat(store.append(List.of(event))).isEqualTo(new Appended(1, 0));
            assertThat(store.size()).isEqualTo(3);
        }
    }

    @Test
    void appendOfNothing_storesNothing_andOneOfTooManyIsRefused() {
        try (EventStore store = open()) {
            assertThat(store.append(List.of())).isEqualTo(new Appended(0, 0));
            List<Event> most = Collections.nCopies(EventStore.LARGEST_APPEND, event(ANNA, "i1", 1, ""));
            assertThat(store.append(most).accepted()).isEqualTo(10_000);
            List<Event> more = Collections.nCopies(EventStore.LARGEST_APPEND + 1, event(ANNA, "i1", 1, ""));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.append(more))
                    .withMessageContaining("number of events is 10001, must be at most 10000");
            assertThat(store.size()).isEqualTo(10_000);
        }
    }

    @Test
    void closedStore_saysSo() {
        EventStore store = open();
        store.close();
        store.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> store.append(List.of(event(ANNA, "i1", 1, ""))))
                .withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> store.latest(ANNA, 1))
                .withMessageContaining("closed");
    }

    @Test
    void eightThreadsAppendingAtOnce_loseNothing_andEachReadsWhatItStored() throws Exception {
        int threads = 8;
        int appends = 200;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (EventStore store = open()) {
            List<Callable<Integer>> work = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(thread -> () -> appendAndRead(store, thread, appends))
                    .toList();
            int shared = 0;
            for (Future<Integer> accepted : pool.invokeAll(work)) {
                shared += accepted.get();
            }
            assertThat(shared)
                    .as("of the ids that all threads sent, each was accepted once")
                    .isEqualTo(appends);
            assertThat(store.size()).isEqualTo((2L * threads + 1) * appends);
        } finally {
            pool.shutdownNow();
        }
        try (EventStore store = open()) {
            for (int thread = 0; thread < threads; thread++) {
                assertThat(items(store, new UserId(thread, thread), 1000)).hasSize(appends * 2);
            }
        }
    }

    /** Appends two events of a user of its own, and one that every other thread appends too. */
    private static int appendAndRead(EventStore store, int thread, int appends) {
        UserId user = new UserId(thread, thread);
        List<String> stored = new ArrayList<>();
        int shared = 0;
        for (int i = 0; i < appends; i++) {
            shared += store.append(List.of(event(BEN, "shared", i, "shared " + i)))
                    .accepted();
            store.append(List.of(event(user, "a" + i, i, ""), event(user, "b" + i, i, thread + " " + i)));
            stored.addAll(List.of("a" + i, "b" + i));
            assertThat(items(store, user, 1000)).isEqualTo(stored);
        }
        return shared;
    }
}
