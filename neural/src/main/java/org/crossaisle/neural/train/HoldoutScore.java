package org.crossaisle.neural.train;

import java.util.Locale;

/**
 * How well a network foresees held-out interactions.
 *
 * <p>Two are compared by NDCG at 10 as long as it says something. Where hardly a target is among the first ten, as with first
 * steps into another department, it is 0 or hangs on one target, and would end a training that gets better: NDCG without a cutoff,
 * to which every target adds, decides there.
 *
 * @param ndcg NDCG at 10, in [0, 1]; NaN where a score was no number
 * @param whole NDCG without a cutoff, in (0, 1]; likewise
 * @param found how many targets were among the first 10
 */
record HoldoutScore(double ndcg, double whole, int found) {
    /** What anything is better than. */
    static final HoldoutScore NONE = new HoldoutScore(-1, -1, 0);

    /** With so many targets found the standard error of NDCG at 10 is about a quarter of it. */
    private static final int ENOUGH = 20;

    boolean isNumber() {
        return !Double.isNaN(whole);
    }

    /** NDCG at 10, and that without a cutoff where it may decide. */
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
