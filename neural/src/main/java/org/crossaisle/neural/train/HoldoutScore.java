package org.crossaisle.neural.train;

import java.util.Locale;

/**
 * The score of a network on held-out interactions.
 *
 * <p>Two scores are compared by NDCG at 10 as long as it is informative. Where almost no target is among the first ten,
 * as with first steps into another department, it is 0 or depends on a single target and would stop a training that
 * still improves. There NDCG without a cutoff decides, to which every target contributes.
 *
 * @param ndcg NDCG at 10, in [0, 1]; NaN if a score was not a number
 * @param whole NDCG without a cutoff, in (0, 1]; NaN likewise
 * @param found number of targets among the first 10
 */
record HoldoutScore(double ndcg, double whole, int found) {
    /** The score that every other one beats. */
    static final HoldoutScore NONE = new HoldoutScore(-1, -1, 0);

    /** With this many targets found, the standard error of NDCG at 10 is about a quarter of its value. */
    private static final int ENOUGH = 20;

    boolean isNumber() {
        return !Double.isNaN(whole);
    }

    /** NDCG at 10, and NDCG without a cutoff where it may decide. */
    @Override
    public String toString() {
        String first = String.format(Locale.ROOT, "NDCG@10 %.5f", ndcg);
        return found < ENOUGH
                ? first + String.format(Locale.ROOT, " (%d found; by all ranks %.5f)", found, whole)
                : first;
    }

    boolean isBetterThan(HoldoutScore other) {
        return Math.max(found, other.found) < ENOUGH ? whole > other.whole : ndcg > other.ndcg;
    }
}
