package org.crossaisle.evaluate.metric;

/**
 * What a hit at a rank is worth, with one held-out item. Each is in [0, 1].
 *
 * <p>Sources: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 20(4), 2002 (NDCG); Voorhees,
 * The TREC-8 Question Answering Track Report, 1999 (reciprocal rank).
 */
public final class Gains {
    private Gains() {}

    /** 1 within the cutoff: with one target, recall and hit rate are the same. */
    public static double recall(int rank, int cutoff) {
        return rank <= cutoff ? 1 : 0;
    }

    /** 1 / log2(1 + rank) within the cutoff; the best possible sum is 1. */
    public static double ndcg(int rank, int cutoff) {
        return rank <= cutoff ? Math.log(2) / Math.log(1.0 + rank) : 0;
    }

    /** 1 / rank within the cutoff. */
    public static double reciprocalRank(int rank, int cutoff) {
        return rank <= cutoff ? 1.0 / rank : 0;
    }
}
