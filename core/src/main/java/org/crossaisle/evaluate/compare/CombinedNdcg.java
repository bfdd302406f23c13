package org.crossaisle.evaluate.compare;

import java.util.OptionalDouble;

/**
 * J, the criterion for model selection: the mean of a recipe's NDCG@10 on all targets and on those across categories,
 * each divided by the reference's. 1 is as good as the reference.
 */
public final class CombinedNdcg {
    private CombinedNdcg() {}

    /** Empty when one of the four figures is missing or one of the reference's is 0. */
    public static OptionalDouble of(double all, double cross, double referenceAll, double referenceCross) {
        double mean = (all / referenceAll + cross / referenceCross) / 2;
        return Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }
}
