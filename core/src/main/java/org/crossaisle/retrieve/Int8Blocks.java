package org.crossaisle.retrieve;

import java.util.Arrays;
import org.crossaisle.RecsException;
import org.crossaisle.model.Int8Vectors;

/**
 * Blocks of 8-bit numbers, a quarter of the memory of floats. The query is quantised too, and sums are integers.
 */
final class Int8Blocks implements Blocks {
    private final int dimension;
    private final byte[] values; // [blocks, dimension, LANES]
    private final float[] scales; // [blocks, LANES]

    /**
     * Copies the vectors.
     *
     * @param itemAt [items], by position
     * @throws RecsException when the vectors need more than 2<sup>31</sup> bytes
     */
    Int8Blocks(Int8Vectors vectors, int... itemAt) {
        dimension = vectors.dimension();
        values = new byte[FloatBlocks.size(itemAt.length, dimension, "bytes")];
        scales = new float[(itemAt.length + LANES - 1) / LANES * LANES];
        for (int position = 0; position < itemAt.length; position++) {
            int lane = position / LANES * LANES * dimension + position % LANES;
            for (int d = 0; d < dimension; d++) {
                values[lane + d * LANES] = vectors.value(itemAt[position], d);
            }
            scales[position] = vectors.scale(itemAt[position]);
        }
    }

    @Override
    public Scorer of(float[] query) {
        Int8Vectors one = Int8Vectors.of(query, dimension);
        int[] sums = new int[LANES];
        return (block, scores) -> score(block, one, sums, scores);
    }

    private void score(int block, Int8Vectors query, int[] sums, float[] scores) {
        Arrays.fill(sums, 0);
        int row = block * LANES * dimension;
        for (int d = 0; d < dimension; d++, row += LANES) {
            int weight = query.value(0, d);
            for (int lane = 0; lane < LANES; lane++) {
                sums[lane] += weight * values[row + lane];
            }
        }
        for (int lane = 0; lane < LANES; lane++) {
            scores[lane] = Int8Vectors.product(sums[lane], scales[block * LANES + lane], query.scale(0));
        }
    }
}
