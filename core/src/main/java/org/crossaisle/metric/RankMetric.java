package org.crossaisle.metric;

/** A metric of the rank of the held-out item alone. In [0, 1], and a better rank never has a lower value. */
public interface RankMetric extends Metric {
    /**
     * The value of a rank.
     *
     * @param rank from 1; 0 where there is none, which gives NaN
     */
    double atRank(int rank);

    @Override
    default double of(RankedAnswer answer) {
        return atRank(answer.rank());
    }
}
