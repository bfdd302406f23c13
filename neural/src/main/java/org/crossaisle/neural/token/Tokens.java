package org.crossaisle.neural.token;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Packing;

/**
 * Behaviours packed for an encoder: one token, that is one row, for each item read, with its action and times. Tokens
 * may be masked for a bidirectional encoder.
 *
 * <p>Immutable; threads may share it.
 */
public final class Tokens {
    private final Packing packing;
    private final int[] items; // [rows]
    private final byte[] actions; // [rows]
    private final long[] times; // [rows]
    private final long[] nextTimes; // [rows]
    private final long end;
    private final BitSet masked; // rows

    private Tokens(List<Behaviour> behaviours, long end) {
        this.end = end;
        masked = new BitSet();
        packing = new Packing(behaviours.stream().mapToInt(Behaviour::size).toArray());
        items = new int[packing.rows()];
        actions = new byte[packing.rows()];
        times = new long[packing.rows()];
        nextTimes = new long[packing.rows()];
        int row = 0;
        for (int which : packing.order()) {
            Behaviour behaviour = behaviours.get(which);
            for (int place = 0; place < behaviour.size(); place++) {
                items[row] = behaviour.item(place);
                actions[row] = behaviour.action(place);
                times[row] = behaviour.time(place);
                nextTimes[row++] = behaviour.time(place + 1);
            }
        }
    }

    private Tokens(Tokens of, BitSet masked, long... nextTimes) {
        packing = of.packing;
        items = of.items;
        actions = of.actions;
        times = of.times;
        this.nextTimes = nextTimes;
        end = of.end;
        this.masked = masked;
    }

    /** Tokens for inference, at the current time. */
    public static Tokens toAnswer(List<Behaviour> behaviours) {
        return new Tokens(behaviours, History.NO_TIME);
    }

    /**
     * Tokens for training.
     *
     * @param end the latest time in all training data, or {@link History#NO_TIME}
     */
    public static Tokens toLearn(List<Behaviour> behaviours, long end) {
        return new Tokens(behaviours, end);
    }

    /** The same tokens, with some masked. */
    public Tokens masking(BitSet rows) {
        return new Tokens(this, (BitSet) rows.clone(), nextTimes);
    }

    /**
     * The same tokens without the times of the following events: each following event appears to happen at the time of
     * its token.
     */
    public Tokens atEventTimes() {
        return new Tokens(this, masked, times);
    }

    /** Whether a token is masked: it is to be predicted and must not be read. */
    public boolean isMasked(int row) {
        return masked.get(row);
    }

    /** The layout of the tokens. */
    public Packing packing() {
        return packing;
    }

    /** The item of each token: [rows]. The caller must not change it. */
    public int[] items() {
        return items;
    }

    /** The code of each token's action: [rows]. The caller must not change it. */
    public byte[] actions() {
        return actions;
    }

    /** The time of each token in seconds, or {@link History#NO_TIME}: [rows]. The caller must not change it. */
    public long[] times() {
        return times;
    }

    /** The time of the event that follows each token, as in {@link #times()}: [rows]. The caller must not change it. */
    public long[] nextTimes() {
        return nextTimes;
    }

    /**
     * The time in seconds between the event that follows a token and the end of the training data, at least 0; 0 where
     * a time is unknown, and for every token that is not used for training.
     */
    public long age(int row) {
        return end == History.NO_TIME || nextTimes[row] == History.NO_TIME ? 0 : Math.max(0, end - nextTimes[row]);
    }
}
