package org.crossaisle.metric;

/**
 * 1 for a hit within the cutoff, else 0. With one relevant item, recall and hit rate are the same.
 *
 * @param cutoff number of ranks that count, at least 1
 */
public record Recall(int cutoff) implements RankMetric {
    public Recall {
        Cutoff.check(cutoff);
    }

    @Override
    public String name() {
        return "recall@" + cutoff;
    }

    @Override
    public double atRank(int rank) {
        if (rank < 1) {
            return Double.NaN;
        }
        return rank <= cutoff ? 1 : 0;
    }
}
