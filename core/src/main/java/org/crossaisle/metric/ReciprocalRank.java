package org.crossaisle.metric;

/**
 * 1 / rank within the cutoff, else 0. Its mean is the mean reciprocal rank.
 *
 * <p>Source: Voorhees, The TREC-8 Question Answering Track Report, 1999.
 *
 * @param cutoff number of ranks that count, at least 1
 */
public record ReciprocalRank(int cutoff) implements RankMetric {
    public ReciprocalRank {
        Cutoff.check(cutoff);
    }

    @Override
    public String name() {
        return "mrr@" + cutoff;
    }

    @Override
    public double atRank(int rank) {
        if (rank < 1) {
            return Double.NaN;
        }
        return rank <= cutoff ? 1.0 / rank : 0;
    }
}
