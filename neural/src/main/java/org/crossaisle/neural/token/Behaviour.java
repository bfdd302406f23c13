package org.crossaisle.neural.token;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.history.History;

/**
 * A history as an encoder reads it: items, actions and times, oldest first, and the time for which the next item is to
 * be predicted.
 *
 * <p>Immutable; threads may share it.
 */
public final class Behaviour {
    private final int[] items;
    private final byte[] actions; // codes of Action
    private final long[] times; // [items + 1]: seconds or NO_TIME; the last is the time of the prediction

    private Behaviour(int[] items, byte[] actions, long[] times) {
        this.items = items;
        this.actions = actions;
        this.times = times;
    }

    /**
     * A behaviour backed by the given arrays, which must not change afterwards.
     *
     * @param items item numbers: [size]
     * @param actions codes of {@link Action}: [size]
     * @param times seconds since 1970 or {@link History#NO_TIME}; the last is the time of the prediction: [size + 1]
     */
    public static Behaviour of(int[] items, byte[] actions, long[] times) {
        if (actions.length != items.length || times.length != items.length + 1) {
            throw new IllegalArgumentException(items.length + " items, " + actions.length + " actions and "
                    + times.length + " times do not go together");
        }
        return new Behaviour(items, actions, times);
    }

    /**
     * The readable part of a history: without returned items, and without items that are newer than the network.
     *
     * @param next the time of the prediction, or {@link History#NO_TIME}
     * @param known items with a number below this are known to the network
     */
    public static Behaviour of(History history, long next, int known) {
        int[] items = new int[history.size()];
        byte[] actions = new byte[items.length];
        long[] times = new long[items.length + 1];
        int kept = 0;
        for (int position = 0; position < items.length; position++) {
            Action action = history.action(position);
            if (action.showsInterest() && history.item(position) < known) {
                items[kept] = history.item(position);
                actions[kept] = action.code();
                times[kept++] = history.time(position);
            }
        }
        times[kept] = next;
        return new Behaviour(Arrays.copyOf(items, kept), Arrays.copyOf(actions, kept), Arrays.copyOf(times, kept + 1));
    }

    /** Whether {@link #of(History, long, int)} finds anything to read. */
    public static boolean isReadable(History history, int known) {
        return IntStream.range(0, history.size())
                .anyMatch(position -> history.action(position).showsInterest() && history.item(position) < known);
    }

    public int size() {
        return items.length;
    }

    /** The most recent part, with at most {@code count} items. */
    public Behaviour latest(int count) {
        return part(Math.max(0, items.length - count), items.length);
    }

    /**
     * The items from {@code from} inclusive to {@code to} exclusive. The time of the prediction is that of the
     * following item, if there is one.
     */
    public Behaviour part(int from, int to) {
        return new Behaviour(
                Arrays.copyOfRange(items, from, to),
                Arrays.copyOfRange(actions, from, to),
                Arrays.copyOfRange(times, from, to + 1));
    }

    /** The same behaviour with the items replaced: [size]. */
    public Behaviour withItems(int... others) {
        return of(others, actions, times);
    }

    public int item(int place) {
        return items[place];
    }

    /** The code of the {@link Action} at a place. */
    public byte action(int place) {
        return actions[place];
    }

    /** Seconds or {@link History#NO_TIME}; at {@code size()}, the time of the prediction. */
    public long time(int place) {
        return times[place];
    }

    /** The item numbers: [size]. */
    public int[] items() {
        return items.clone();
    }
}
