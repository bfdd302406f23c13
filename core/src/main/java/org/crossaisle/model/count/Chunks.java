package org.crossaisle.model.count;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.crossaisle.Progress;

/**
 * Parallel counting item by item: the items are split into chunks, and each thread has one {@link LinkRow} for all of
 * its chunks.
 */
public final class Chunks {
    private static final int ITEMS = 128; // items that a thread takes at a time

    private Chunks() {}

    /** Processes the items of one chunk; called by several threads, each with its own row. */
    @FunctionalInterface
    public interface Work {
        void count(int chunk, int from, int to, LinkRow row);
    }

    /** The number of chunks for this many items. */
    static int of(int items) {
        return (items + ITEMS - 1) / ITEMS;
    }

    public static void forEach(int items, Progress progress, String name, Work work) {
        int chunks = of(items);
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(chunks, Runtime.getRuntime().availableProcessors());
        try (Progress.Task task = progress.start(name, items, "items")) {
            int[] done = {0};
            IntStream.range(0, threads).parallel().forEach(thread -> {
                LinkRow row = new LinkRow(items);
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    int from = chunk * ITEMS;
                    int to = Math.min(items, from + ITEMS);
                    work.count(chunk, from, to, row);
                    synchronized (done) {
                        done[0] += to - from;
                        task.reached(done[0]);
                    }
                }
            });
        }
    }
}
