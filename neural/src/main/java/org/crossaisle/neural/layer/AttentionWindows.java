package org.crossaisle.neural.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The layout of packed sequences for attention: windows that each hold several sequences, grouped by window width. A
 * mask keeps the sequences of one window apart.
 *
 * <p>Attention over one length at a time needs about ten small operations for each of up to fifty lengths, and
 * launching them costs more than the computation itself. A window wastes a few places at its end and the scores that
 * are masked, which cost almost nothing while windows are narrow. Widths are powers of two, starting at
 * {@value #LEAST_WIDTH}, so that one long sequence does not widen the windows of all others. Immutable; threads may
 * share it.
 */
final class AttentionWindows {
    private static final int LEAST_WIDTH = 64;

    /**
     * Consecutive windows of the same width.
     *
     * @param start the first place
     * @param count number of windows
     * @param width places per window
     */
    record Group(int start, int count, int width) {
        int places() {
            return count * width;
        }
    }

    private final List<Group> groups = new ArrayList<>();
    private final int[] rows; // [places]: place -> row of the packing; 0 where there is no token
    private final int[]
            firsts; // [places]: place -> place of the first token of its sequence; its own where there is no token
    private final int[] lasts; // [places]: the same for the last token
    private final int[] places; // [rows]: row of the packing -> place

    /** @param lengths lengths of the packed sequences, ascending */
    AttentionWindows(int... lengths) {
        places = new int[Arrays.stream(lengths).sum()];
        int[] starts = new int[lengths.length]; // sequence -> its first place
        int place = 0;
        for (int from = 0; from < lengths.length; ) {
            int width = width(lengths[from]);
            int start = place;
            int to = from;
            while (to < lengths.length && lengths[to] <= width) {
                int left = width - (place - start) % width;
                if (lengths[to] > left) {
                    place += left;
                }
                starts[to] = place;
                place += lengths[to++];
            }
            if (place - start <= width) {
                groups.add(new Group(start, 1, place - start)); // a single window need not be wider than its content
            } else {
                int count = (place - start + width - 1) / width;
                groups.add(new Group(start, count, width));
                place = start + count * width;
            }
            from = to;
        }
        rows = new int[place];
        firsts = new int[place];
        Arrays.setAll(firsts, at -> at);
        lasts = firsts.clone();
        int row = 0;
        for (int sequence = 0; sequence < lengths.length; sequence++) {
            for (int at = starts[sequence]; at < starts[sequence] + lengths[sequence]; at++) {
                rows[at] = row;
                firsts[at] = starts[sequence];
                lasts[at] = starts[sequence] + lengths[sequence] - 1;
                places[row++] = at;
            }
        }
    }

    private static int width(int length) {
        return Math.max(LEAST_WIDTH, length == 1 ? 1 : Integer.highestOneBit(length - 1) << 1);
    }

    List<Group> groups() {
        return groups;
    }

    /** The row at each place, arbitrary where there is no token: [places]. The caller must not change it. */
    int[] rows() {
        return rows;
    }

    /** The place of each row: [rows]. The caller must not change it. */
    int[] places() {
        return places;
    }

    /**
     * Number of tokens that the token at a place may attend to, itself being the last of them; 1 where there is no
     * token.
     */
    int seen(int place) {
        return place - firsts[place] + 1;
    }

    /**
     * The attention mask: 0 where a token may attend, minus infinity elsewhere: [windows, width, width]. Places without
     * a token attend to themselves, which avoids a division by 0.
     */
    float[] mask(Group group, AttentionMask kind) {
        int width = group.width();
        float[] mask = new float[Math.multiplyExact(group.places(), width)];
        Arrays.fill(mask, Float.NEGATIVE_INFINITY);
        for (int at = 0; at < group.places(); at++) {
            int first = firsts[group.start() + at] - group.start();
            int last = kind == AttentionMask.BACK ? at : lasts[group.start() + at] - group.start();
            int window = at - at % width;
            Arrays.fill(mask, at * width + first - window, at * width + last - window + 1, 0);
        }
        return mask;
    }

    /**
     * The weights of a causal filter: the weight at {@code lag} for the token {@code lag} places earlier in the same
     * sequence, 0 elsewhere: [windows, width, width].
     *
     * @param response the weight at each lag, at least as many as the longest sequence has tokens
     */
    double[] filter(Group group, double[] response) {
        int width = group.width();
        double[] filter = new double[Math.multiplyExact(group.places(), width)];
        for (int at = 0; at < group.places(); at++) {
            int first = firsts[group.start() + at] - group.start();
            int window = at - at % width;
            for (int earlier = first; earlier <= at; earlier++) {
                filter[at * width + earlier - window] = response[at - earlier];
            }
        }
        return filter;
    }
}
