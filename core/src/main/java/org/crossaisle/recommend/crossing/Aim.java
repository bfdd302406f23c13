package org.crossaisle.recommend.crossing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * What scope and share come to for one query.
 *
 * @param isDivided true where places are for items that match or for others, false where any item will do
 * @param matches which items are in scope, or where a share is asked for, new to the user
 * @param share which part of the list is to match, in [0, 1]; empty: as much as can be
 * @param isSpread true where the places of a share are to lie evenly over the list, false where they lie as the scores
 *     put them
 * @param strengths of an item's tie to a basket, in [0, 1]; NaN where there is no basket
 * @param searches which items candidates are looked for among, one search after the other: a strong tie outweighs a
 *     score, so that well scored items of weak ties must not be all there is to choose from
 */
public record Aim(
        boolean isDivided,
        IntPredicate matches,
        OptionalDouble share,
        boolean isSpread,
        IntToDoubleFunction strengths,
        List<IntPredicate> searches) {

    public static Aim anything() {
        return new Aim(false, item -> true, OptionalDouble.empty(), false, item -> Double.NaN, List.of(item -> true));
    }

    public static Aim scope(IntPredicate isInScope) {
        return new Aim(true, isInScope, OptionalDouble.empty(), false, item -> Double.NaN, List.of(item -> true));
    }

    /** A share that is shown all over the list. */
    public static Aim share(double share, IntPredicate isNew) {
        return new Aim(true, isNew, OptionalDouble.of(share), true, item -> Double.NaN, List.of(item -> true));
    }

    /** A share of the list, whose order stays that of the scores. */
    public static Aim shareByScore(double share, IntPredicate isNew) {
        return new Aim(true, isNew, OptionalDouble.of(share), false, item -> Double.NaN, List.of(item -> true));
    }

    public static Aim complement(Basket basket) {
        double strong = basket.greatestStrength() / 2;
        return new Aim(
                true,
                item -> basket.strength(item) > 0,
                OptionalDouble.empty(),
                false,
                basket::strength,
                List.of(item -> true, item -> basket.strength(item) >= strong));
    }
}
