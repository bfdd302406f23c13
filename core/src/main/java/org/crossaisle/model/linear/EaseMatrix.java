package org.crossaisle.model.linear;

import java.util.Arrays;
import org.crossaisle.Progress;
import org.crossaisle.model.count.Chunks;
import org.crossaisle.model.count.ItemSequences;
import org.crossaisle.model.count.LinkRow;
import org.crossaisle.model.count.Links;

/**
 * G = X<sup>T</sup>X + lambda I over the known items, and later its inverse P, from which the links of {@link Ease} are
 * computed.
 *
 * <p>Threads may share it, except while it is inverted.
 */
final class EaseMatrix implements Links.Counter {
    private static final int UNKNOWN = -1;

    private final ItemSequences sequences;
    private final int[] known; // the item number of each row
    private final int[] rows; // [items], the row of each item or UNKNOWN
    private final float[][] values; // [known, known]

    EaseMatrix(ItemSequences sequences, int[] known, double lambda, Progress progress) {
        this.sequences = sequences;
        this.known = known;
        rows = new int[sequences.size()];
        Arrays.fill(rows, UNKNOWN);
        for (int row = 0; row < known.length; row++) {
            rows[known[row]] = row;
        }
        values = new float[known.length][known.length];
        int[] users = sequences.usersOfEach();
        Chunks.forEach(sequences.size(), progress, "Counting pairs of items", (chunk, from, to, counts) -> {
            for (int item = from; item < to; item++) {
                if (rows[item] != UNKNOWN) {
                    float[] row = values[rows[item]];
                    counts.clear();
                    sequences.addTogether(item, counts);
                    for (int at = 0; at < counts.size(); at++) {
                        row[rows[counts.item(at)]] = counts.users(counts.item(at));
                    }
                    row[rows[item]] = (float) (users[item] + lambda);
                }
            }
        });
    }

    /** The size of the matrix for this many items, in bytes. */
    static long bytes(int known) {
        return (long) Float.BYTES * known * known;
    }

    void invert(SymmetricInverse inverse, Progress progress) {
        try (Progress.Task task = progress.start("Inverting the matrix of items", known.length, "columns")) {
            inverse.invert(values, task::reached);
        }
    }

    /** The weights of an item, once the matrix is inverted: w(i, j) = -P<sub>ij</sub> / P<sub>jj</sub>. */
    @Override
    public void count(int item, LinkRow links) {
        int row = rows[item];
        if (row == UNKNOWN) {
            return;
        }
        sequences.addTogether(item, links);
        for (int column = 0; column < known.length; column++) {
            if (column != row) {
                links.set(known[column], -values[row][column] / values[column][column]);
            }
        }
    }
}
