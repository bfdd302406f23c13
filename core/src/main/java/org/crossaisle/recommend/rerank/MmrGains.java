package org.crossaisle.recommend.rerank;

import java.util.Arrays;

/** The gains of {@link Mmr}. Computes one row of similarities for each place, never the whole matrix. For one list. */
final class MmrGains implements CandidateGains {
    private final CandidatePool pool;
    private final Similarities similarities;
    private final double weight;
    private final float[] row; // [candidates]
    private final float[] greatest; // [candidates]: similarity to the most similar one chosen
    private boolean first = true;

    MmrGains(CandidatePool pool, Similarities similarities, double weight) {
        this.pool = pool;
        this.similarities = similarities;
        this.weight = weight;
        row = new float[pool.size()];
        greatest = new float[row.length];
        Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
    }

    @Override
    public double of(int candidate) {
        return (1 - weight) * pool.value(candidate) - (first ? 0 : weight * greatest[candidate]);
    }

    @Override
    public void chosen(int candidate) {
        first = false;
        similarities.of(candidate, row);
        for (int other = 0; other < row.length; other++) {
            greatest[other] = Math.max(greatest[other], row[other]);
        }
    }
}
