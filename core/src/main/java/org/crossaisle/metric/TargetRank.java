package org.crossaisle.metric;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The rank of a held-out item: how many candidates score at least as high, itself included. So ranks begin at 1 and
 * ties count against the model. The target always competes; the rank is 0 when its own score is NaN.
 */
public final class TargetRank {
    private TargetRank() {}

    /**
     * The rank among these scores.
     *
     * @param scores [candidates]
     * @param target the place of the held-out item
     * @param isHidden candidates that do not compete
     * @param most counting stops beyond this rank: any greater result only says "lower than {@code most}"
     */
    public static int of(float[] scores, int target, IntPredicate isHidden, int most) {
        float own = scores[target];
        int rank = Float.isNaN(own) ? 0 : 1;
        for (int other = 0; other < scores.length && rank <= most; other++) {
            if (scores[other] >= own && other != target && !isHidden.test(other)) {
                rank++;
            }
        }
        return rank;
    }

    /**
     * The rank among candidates whose scores are computed one by one.
     *
     * @param candidates how many there are
     */
    public static int of(int candidates, IntToDoubleFunction score, int target, IntPredicate isHidden, int most) {
        double own = score.applyAsDouble(target);
        int rank = Double.isNaN(own) ? 0 : 1;
        for (int other = 0; other < candidates && rank <= most; other++) {
            if (other != target && score.applyAsDouble(other) >= own && !isHidden.test(other)) {
                rank++;
            }
        }
        return rank;
    }
}
