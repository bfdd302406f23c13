package org.crossaisle.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.UserId;
import org.crossaisle.store.sqlite.SqliteEventStore;

/** Appends to a new event store and reads from it, and prints events per second and how long a read takes. */
public final class EventStoreThroughput {
    private static final int USERS = 5_000;
    private static final int ITEMS = 20_000;
    private static final int READS = 10_000;
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final EventStore store;
    private final AtomicLong next = new AtomicLong();

    private EventStoreThroughput(EventStore store) {
        this.store = store;
    }

    /**
     * Appends, reads, opens again and prints.
     *
     * @param arguments the file of the store, which must not exist
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || Files.exists(Path.of(arguments[0]))) {
            throw new IllegalArgumentException("expected FILE, one that does not exist; found " + arguments.length
                    + " arguments, " + Arrays.toString(arguments));
        }
        Path file = Path.of(arguments[0]);
        try (EventStore store = SqliteEventStore.open(file)) {
            EventStoreThroughput throughput = new EventStoreThroughput(store);
            for (int round = 0; round < 2; round++) { // the first warms up
                throughput.append("one by one", 1, 1);
                throughput.append("one by one, 8 threads", 8, 1);
                throughput.append("batches of 100", 1, 100);
                throughput.append("batches of 100, 8 threads", 8, 100);
                throughput.read();
            }
        }
        long start = System.nanoTime();
        try (EventStore store = SqliteEventStore.open(file)) {
            print("open: %,d events, %,d MiB, in %.2f s", store.size(), Files.size(file) >> 20, seconds(start));
        }
    }

    private void append(String name, int threads, int batch) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        AtomicLong events = new AtomicLong();
        long start = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            pool.execute(() -> {
                while (System.nanoTime() - start < STEP_NANOS) {
                    List<Event> some =
                            IntStream.range(0, batch).mapToObj(i -> event()).toList();
                    events.addAndGet(store.append(some).accepted());
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("appends have not ended");
        }
        print("append %s: %,.0f events/s", name, events.get() / seconds(start));
    }

    private Event event() {
        long number = next.getAndIncrement();
        SplittableRandom random = new SplittableRandom(number);
        return new Event(
                user(random),
                "item-" + random.nextInt(ITEMS),
                ActionVocabulary.SHOP.ofCode(1 + random.nextInt(3)),
                1_700_000_000L + number,
                OptionalDouble.of(random.nextInt(10_000) / 100.0),
                "session-" + number / 10,
                "event-" + number);
    }

    private static UserId user(SplittableRandom random) {
        SplittableRandom hash = new SplittableRandom(random.nextInt(USERS));
        return new UserId(hash.nextLong(), hash.nextLong());
    }

    private void read() {
        SplittableRandom random = new SplittableRandom(1);
        double[] millis = new double[READS];
        long events = 0;
        for (int i = 0; i < READS; i++) {
            UserId user = user(random);
            long start = System.nanoTime();
            events += store.latest(user, 200).size();
            millis[i] = seconds(start) * 1e3;
        }
        Arrays.sort(millis);
        print(
                "latest 200 of %,d events: median %.3f ms, 99 %% within %.3f ms; %.0f events on average",
                store.size(), millis[READS / 2], millis[READS * 99 / 100], (double) events / READS);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
