package org.crossaisle.neural.layer;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A layout of sequences of different lengths in one matrix of tokens without padding: the sequences are sorted by
 * length, and each is a run of consecutive rows.
 *
 * <p>Histories average 6 to 9 tokens of the 50 that are allowed. Row-by-row computation costs only the tokens that
 * exist; only attention uses the {@link AttentionWindows}. Immutable; threads may share it.
 */
public final class Packing {
    private final int[] order; // [sequences]: packed place -> sequence
    private final int[] lengths; // [sequences], packed
    private final int rows;
    private final AttentionWindows windows;

    /** @param lengths lengths of the sequences, each at least 1 */
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

    /** The same sequences in packed order, each with one more token at its end. */
    public Packing withOneMore() {
        return new Packing(IntStream.of(lengths).map(length -> length + 1).toArray());
    }

    /** Total number of rows of all sequences. */
    public int rows() {
        return rows;
    }

    /** The sequence at each packed place: [sequences], shortest first. The caller must not change it. */
    public int[] order() {
        return order;
    }

    AttentionWindows windows() {
        return windows;
    }

    /** The values of all sequences, concatenated in packed order: [rows]. */
    public int[] pack(int[][] sequences) {
        int[] packed = new int[rows];
        int row = 0;
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(sequences[order[place]], 0, packed, row, lengths[place]);
            row += lengths[place];
        }
        return packed;
    }

    /** The row of the last token of each sequence, in the original order of the sequences: [sequences]. */
    public int[] lastRows() {
        int[] last = new int[order.length];
        int row = 0;
        for (int place = 0; place < order.length; place++) {
            row += lengths[place];
            last[order[place]] = row - 1;
        }
        return last;
    }

    /** The position of each token within its sequence, counted from 0: [rows]. */
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

    /** Number of tokens that follow each token in its sequence: [rows]. */
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
     * The rows in the order in which a recurrent cell reads them: [rows]. First come the first tokens of all sequences,
     * longest sequence first, then the second tokens of the sequences that have one, and so on.
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

    /** Number of sequences that have a token at each time step: [length of the longest sequence]. */
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
