package org.crossaisle.neural.layer;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How sequences of different lengths lie in one matrix of tokens without padding: sorted by length, each a run of rows.
 *
 * <p>Histories average 6 to 9 of 50 places; whatever is computed row by row costs what there is, and only attention looks at
 * the {@link AttentionWindows}. Immutable; threads may share it.
 */
public final class Packing {
    private final int[] order; // [sequences]: packed place -> sequence
    private final int[] lengths; // [sequences], packed
    private final int rows;
    private final AttentionWindows windows;

    /** @param lengths of the sequences, each at least 1 */
    public Packing(int... lengths) {
        order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt(sequence -> lengths[sequence]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.lengths = IntStream.of(order).map(sequence -> lengths[sequence]).toArray();
        if (lengths.length > 0 && this.lengths[0] < 1) {
            throw new IllegalArgumentException("a sequence has length " + this.lengths[0] + ", must have at least 1");
        }
        rows = IntStream.of(this.lengths).sum();
        windows = new AttentionWindows(this.lengths);
    }

    /** The same sequences, as they are packed, with a token more at the end of each. */
    public Packing withOneMore() {
        return new Packing(IntStream.of(lengths).map(length -> length + 1).toArray());
    }

    /** How many rows all sequences have together. */
    public int rows() {
        return rows;
    }

    /** Which sequence lies at each packed place: [sequences], shortest first. Not to be changed by the caller. */
    public int[] order() {
        return order;
    }

    AttentionWindows windows() {
        return windows;
    }

    /** One sequence after the other as they are packed: [rows]. */
    public int[] pack(int[][] sequences) {
        int[] packed = new int[rows];
        int row = 0;
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(sequences[order[place]], 0, packed, row, lengths[place]);
            row += lengths[place];
        }
        return packed;
    }

    /** The row of each sequence's last token, in the order the sequences came in: [sequences]. */
    public int[] lastRows() {
        int[] last = new int[order.length];
        int row = 0;
        for (int place = 0; place < order.length; place++) {
            row += lengths[place];
            last[order[place]] = row - 1;
        }
        return last;
    }

    /** The place of each token within its sequence, the first being 0: [rows]. */
    public int[] fromStart() {
        int[] places = new int[rows];
        int row = 0;
        for (int length : lengths) {
            for (int at = 0; at < length; at++) {
                places[row++] = at;
            }
        }
        return places;
    }

    /** How many tokens of its sequence follow each token: [rows]. */
    public int[] fromEnd() {
        int[] places = new int[rows];
        int row = 0;
        for (int length : lengths) {
            for (int at = length - 1; at >= 0; at--) {
                places[row++] = at;
            }
        }
        return places;
    }

    /**
     * The rows in the order in which a recurrent cell reads them: the first token of every sequence, the longest first, then the
     * second of every sequence that has one, and so on: [rows].
     */
    int[] stepByStep() {
        int[] starts = new int[lengths.length];
        for (int place = 1; place < starts.length; place++) {
            starts[place] = starts[place - 1] + lengths[place - 1];
        }
        int[] steps = new int[rows];
        int next = 0;
        for (int time = 0; next < rows; time++) {
            for (int place = lengths.length - 1; place >= 0 && lengths[place] > time; place--) {
                steps[next++] = starts[place] + time;
            }
        }
        return steps;
    }

    /** How many sequences have a token at each time: [the longest length]. */
    long[] running() {
        long[] running = new long[lengths.length == 0 ? 0 : lengths[lengths.length - 1]];
        for (int length : lengths) {
            for (int time = 0; time < length; time++) {
                running[time]++;
            }
        }
        return running;
    }
}
