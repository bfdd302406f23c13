package org.crossaisle.recommend.crossing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The effect of scope and share on one query.
 *
 * @param isDivided true if places are divided between matching and other items, false if any item fits
 * @param matches the items in scope, or if a share is requested, those new to the user
 * @param share the share of the list that should match, in [0, 1]; empty for as much as possible
 * @param isSpread true if the places of a share are spread evenly over the list, false if the scores decide
 * @param strengths of an item's tie to a basket, in [0, 1]; NaN without a basket
 * @param searches the item sets to search for candidates, one after the other: a strong tie can outweigh the score, so
 *     the candidates must not consist only of high-scored items with weak ties
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

    /** A share whose places are spread over the list. */
    public static Aim share(double share, IntPredicate isNew) {
        return new Aim(true, isNew, OptionalDouble.of(share), true, item -> Double.NaN, List.of(item -> true));
    }

    /** A share of a list that stays in score order. */
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
