package org.crossaisle.retrieve;

/**
 * Item vectors by position, cut into blocks of {@value #LANES}.
 *
 * <p>Within a block the vectors lie dimension by dimension, so that a scorer adds up {@value #LANES} independent sums,
 * which the JIT compiler turns into vector instructions. Immutable; threads may share it.
 */
interface Blocks {
    int LANES = 64;

    /** Computes the scores of one query. For one thread. */
    interface Scorer {
        /**
         * Writes the scores of a block.
         *
         * @param scores [LANES], overwritten; those beyond the last item are undefined
         */
        void score(int block, float[] scores);
    }

    /**
     * A scorer for one query.
     *
     * @param query its vector: [dimension]
     */
    Scorer of(float[] query);
}
