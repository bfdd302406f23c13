package org.crossaisle.neural.token;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Packing;

/**
 * Behaviours packed for an encoder: a token, that is a row, for each item that was read, with its action and its times. Some may
 * be masked for an encoder that reads both ways.
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

    /** Tokens to answer for, now. */
    public static Tokens toAnswer(List<Behaviour> behaviours) {
        return new Tokens(behaviours, History.NO_TIME);
    }

    /**
     * Tokens to learn from.
     *
     * @param end the latest moment of all training data, or {@link History#NO_TIME}
     */
    public static Tokens toLearn(List<Behaviour> behaviours, long end) {
        return new Tokens(behaviours, end);
    }

    /** The same, some of them masked. */
    public Tokens masking(BitSet rows) {
        return new Tokens(this, (BitSet) rows.clone(), nextTimes);
    }

    /** The same where nothing is told of when what follows a token is to happen: it seems to happen at once. */
    public Tokens askedAtTheirOwnTimes() {
        return new Tokens(this, masked, times);
    }

    /** Whether a token is to be foreseen and not to be read. */
    public boolean isMasked(int row) {
        return masked.get(row);
    }

    /** How the tokens lie. */
    public Packing packing() {
        return packing;
    }

    /** The item of each token: [rows]. Not to be changed by the caller. */
    public int[] items() {
        return items;
    }

    /** The code of each token's action: [rows]. Not to be changed by the caller. */
    public byte[] actions() {
        return actions;
    }

    /** When each token happened, in seconds, or {@link History#NO_TIME}: [rows]. Not to be changed by the caller. */
    public long[] times() {
        return times;
    }

    /** When what follows each token is to happen, as {@link #times()}: [rows]. Not to be changed by the caller. */
    public long[] nextTimes() {
        return nextTimes;
    }

    /**
     * How long before the end of the training data what follows a token is to happen: seconds, at least 0; 0 where a time is
     * not known, and for every token that is not learnt from.
     */
    public long age(int row) {
        return end == History.NO_TIME || nextTimes[row] == History.NO_TIME ? 0 : Math.max(0, end - nextTimes[row]);
    }
}
