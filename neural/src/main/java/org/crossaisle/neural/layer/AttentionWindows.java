package org.crossaisle.neural.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How packed sequences lie for attention: several beside each other in a window, many windows of one width at a time. A mask
 * keeps the sequences of a window apart.
 *
 * <p>Attention over each length by itself is some ten small operations for each of up to fifty lengths, and starting them
 * costs more than what they compute. A window wastes a few places at its end and scores that are masked, which cost nearly
 * nothing while windows are narrow. Widths are powers of two from {@value #LEAST_WIDTH} on, so that one long sequence does not
 * make those of all others wide. Immutable; threads may share it.
 */
final class AttentionWindows {
    private static final int LEAST_WIDTH = 64;

    /**
     * Windows of one width, one after the other.
     *
     * @param start the first place
     * @param count how many windows there are
     * @param width how many places each has
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
    private final int[] lasts; // [places]: the same of the last token
    private final int[] places; // [rows]: row of the packing -> place

    /** @param lengths of the sequences as they are packed: ascending */
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
                groups.add(new Group(start, 1, place - start)); // a single window need be no wider than what is in it
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

    /** The row that lies at each place; any where there is none: [places]. Not to be changed by the caller. */
    int[] rows() {
        return rows;
    }

    /** The place of each row: [rows]. Not to be changed by the caller. */
    int[] places() {
        return places;
    }

    /** How many tokens the one at a place may look at, which is the last of them; 1 where there is no token. */
    int seen(int place) {
        return place - firsts[place] + 1;
    }

    /**
     * 0 where a token may look, minus infinity elsewhere; places without a token look at themselves, so that nothing is
     * divided by 0: [windows, width, width].
     */
    float[] mask(Group group, AttentionMask sight) {
        int width = group.width();
        float[] mask = new float[Math.multiplyExact(group.places(), width)];
        Arrays.fill(mask, Float.NEGATIVE_INFINITY);
        for (int at = 0; at < group.places(); at++) {
            int first = firsts[group.start() + at] - group.start();
            int last = sight == AttentionMask.BACK ? at : lasts[group.start() + at] - group.start();
            int window = at - at % width;
            Arrays.fill(mask, at * width + first - window, at * width + last - window + 1, 0);
        }
        return mask;
    }

    /**
     * The weights of a filter over what lies behind: that of the token {@code lag} places earlier in the same sequence, 0
     * elsewhere: [windows, width, width].
     *
     * @param response the weight at each lag, for as many as the longest sequence has
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
