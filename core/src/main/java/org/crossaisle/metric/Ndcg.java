package org.crossaisle.metric;

/**
 * Normalised discounted cumulative gain with one relevant item: a hit at rank <i>r</i> has 1 / log2(1 + r), and the
 * ideal list has 1.
 *
 * <p>Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 20(4), 2002.
 *
 * @param cutoff number of ranks that count, at least 1
 */
public record Ndcg(int cutoff) implements RankMetric {
    public Ndcg {
        Cutoff.check(cutoff);
    }

    /** The gain of a rank without a cutoff, in (0, 1]; NaN for rank 0. */
    public static double gain(int rank) {
        return rank < 1 ? Double.NaN : Math.log(2) / Math.log(1.0 + rank);
    }

    @Override
    public String name() {
        return "ndcg@" + cutoff;
    }

    @Override
    public double atRank(int rank) {
        return rank > cutoff ? 0 : gain(rank);
    }
}
