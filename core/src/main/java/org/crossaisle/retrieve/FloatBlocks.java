package org.crossaisle.retrieve;

import java.util.Arrays;
import org.crossaisle.RecsException;
import org.crossaisle.model.VectorModel;

/** Blocks of single precision; each score is summed from the first dimension to the last, as a plain loop would. */
final class FloatBlocks implements Blocks {
    private final int dimension;
    private final float[] values; // [blocks, dimension, LANES]

    /**
     * Reads every item vector once.
     *
     * @param itemAt [items], by position
     * @throws RecsException when the vectors need more than 2<sup>31</sup> floats
     */
    FloatBlocks(VectorModel model, int... itemAt) {
        dimension = model.dimension();
        values = new float[size(itemAt.length, dimension, "floats")];
        float[] vector = new float[dimension];
        for (int position = 0; position < itemAt.length; position++) {
            model.itemVector(itemAt[position], vector);
            int lane = position / LANES * LANES * dimension + position % LANES;
            for (int d = 0; d < dimension; d++) {
                values[lane + d * LANES] = vector[d];
            }
        }
    }

    @Override
    public Scorer of(float[] query) {
        return (block, scores) -> score(block, query, scores);
    }

    private void score(int block, float[] query, float[] sums) {
        Arrays.fill(sums, 0);
        int row = block * LANES * dimension;
        for (int d = 0; d < dimension; d++, row += LANES) {
            float weight = query[d];
            for (int lane = 0; lane < LANES; lane++) {
                sums[lane] += weight * values[row + lane];
            }
        }
    }

    /** The length of an array for this many vectors. */
    static int size(int items, int dimension, String what) {
        long needed = (items + LANES - 1L) / LANES * LANES * dimension;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    items + " item vectors of " + dimension + " " + what + " do not fit one index, which holds 2^31 "
                            + what);
        }
        return (int) needed;
    }
}
