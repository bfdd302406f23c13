package org.crossaisle.model.count;

import java.util.Arrays;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.State;

/**
 * All interactions that show interest, as items with times, earliest first; those without a time come first. Immutable;
 * threads may share it.
 */
public final class TimedItems {
    private final int size; // of the catalog
    private final long[] times; // [interactions], ascending
    private final int[] items; // [interactions]

    private TimedItems(int size, long[] times, int[] items) {
        this.size = size;
        this.times = times;
        this.items = items;
    }

    public static TimedItems of(Dataset data) {
        long[] times = new long[data.interactions()];
        int[] items = new int[times.length];
        int count = 0;
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            for (int position = 0; position < history.size(); position++) {
                if (history.action(position).showsInterest()) {
                    times[count] = history.time(position);
                    items[count++] = history.item(position);
                }
            }
        }
        return sorted(data.catalog().size(), Arrays.copyOf(times, count), items);
    }

    private static TimedItems sorted(int size, long[] times, int[] items) {
        long[] distinct = Arrays.stream(times).sorted().distinct().toArray();
        int[] starts = new int[distinct.length + 1];
        for (long time : times) {
            starts[Arrays.binarySearch(distinct, time) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        TimedItems sorted = new TimedItems(size, new long[times.length], new int[times.length]);
        for (int at = 0; at < times.length; at++) {
            int to = starts[Arrays.binarySearch(distinct, times[at])]++;
            sorted.times[to] = times[at];
            sorted.items[to] = items[at];
        }
        return sorted;
    }

    /** The number of items of the catalog. */
    public int size() {
        return size;
    }

    /** The time just after all interactions, {@link History#NO_TIME} when no time is known. */
    long end() {
        return times.length == 0 || times[times.length - 1] == History.NO_TIME
                ? History.NO_TIME
                : times[times.length - 1] + 1;
    }

    /** Adds 1 to an item for each of its interactions in {@code [from, to)}. */
    public void count(long from, long to, float[] counts) {
        for (int at = firstAt(from); at < times.length && times[at] < to; at++) {
            counts[items[at]]++;
        }
    }

    private int firstAt(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public State state() {
        int[] halves = new int[2 * times.length];
        for (int at = 0; at < times.length; at++) {
            halves[2 * at] = (int) (times[at] >>> 32);
            halves[2 * at + 1] = (int) times[at];
        }
        return new State()
                .put("catalog", size)
                .put("items", items)
                .put("times", new State.Ints(new long[] {times.length, 2}, halves)); // high half, low half
    }

    public static TimedItems load(State state, int size) {
        int[] items = state.ints("items");
        int[] halves = state.ints("times");
        int[] catalog = state.ints("catalog");
        if (catalog.length != 1
                || catalog[0] != size
                || halves.length != 2 * items.length
                || !Arrays.stream(items).allMatch(item -> item >= 0 && item < size)) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model counts " + items.length + " interactions at " + halves.length + " half times with "
                            + Arrays.toString(catalog) + " items, which must fit each other and the " + size
                            + " items of the catalog");
        }
        long[] times = new long[items.length];
        for (int at = 0; at < times.length; at++) {
            times[at] = ((long) halves[2 * at] << 32) | (halves[2 * at + 1] & 0xFFFF_FFFFL);
        }
        return new TimedItems(size, times, items);
    }
}
