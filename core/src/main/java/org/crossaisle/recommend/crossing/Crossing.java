package org.crossaisle.recommend.crossing;

import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Window;

/**
 * The dial: how far a list shall leave what the user knows, and how its places are to differ from each other.
 *
 * @param scope which items the list is to hold; filled from outside, and said so, where there are too few
 * @param share which part of the list is to come from categories new to the user; only with {@link Scope#ANY}, since
 *     the other scopes settle it
 * @param level the level of the category tree at which categories are compared, 0 being the department
 * @param basket the items the list is to go with, with {@link Scope#COMPLEMENT} and only with it
 * @param categories what is kept to the letter besides
 * @param rerankers in the order in which they work
 * @param window the rule of the shop on neighbouring places, kept after all re-rankers
 */
public record Crossing(
        Scope scope,
        CrossShare share,
        int level,
        List<Integer> basket,
        CategoryFilter categories,
        List<Reranker> rerankers,
        Optional<Window> window) {
    public Crossing {
        basket = List.copyOf(basket);
        rerankers = List.copyOf(rerankers);
        if (scope != Scope.ANY && !(share instanceof CrossShare.AsScored)) {
            throw new IllegalArgumentException("a cross share goes with the scope ANY only, the scope is " + scope);
        }
        Bounds.atLeast("level", level, 0);
        if (scope == Scope.COMPLEMENT && basket.isEmpty()) {
            throw new IllegalArgumentException("the scope COMPLEMENT needs a basket: the items the list is to go with");
        }
        if (scope != Scope.COMPLEMENT && !basket.isEmpty()) {
            throw new IllegalArgumentException("a basket goes with the scope COMPLEMENT only, the scope is " + scope);
        }
    }

    /** No crossing asked for: the list as the scores fall. */
    public static Crossing none() {
        return any(0);
    }

    /** A list as the scores fall, with what is new to the user counted at this level. */
    public static Crossing any(int level) {
        return scope(Scope.ANY, level);
    }

    /** A list with this share of items from categories new to the user. */
    public static Crossing share(double share, int level) {
        return share(new CrossShare.Fixed(share), level);
    }

    /** A list with this share of items from categories new to the user. */
    public static Crossing share(CrossShare share, int level) {
        return new Crossing(Scope.ANY, share, level, List.of(), CategoryFilter.NONE, List.of(), Optional.empty());
    }

    /** A list of this scope. */
    public static Crossing scope(Scope scope, int level) {
        return new Crossing(
                scope, new CrossShare.AsScored(), level, List.of(), CategoryFilter.NONE, List.of(), Optional.empty());
    }

    /** A list of what goes with these items. */
    public static Crossing complement(List<Integer> basket, int level) {
        return new Crossing(
                Scope.COMPLEMENT,
                new CrossShare.AsScored(),
                level,
                basket,
                CategoryFilter.NONE,
                List.of(),
                Optional.empty());
    }

    /** The same, held to these categories. */
    public Crossing in(CategoryFilter others) {
        return new Crossing(scope, share, level, basket, others, rerankers, window);
    }

    /** The same, re-ranked by these in their order. */
    public Crossing rerankedBy(Reranker... others) {
        return new Crossing(scope, share, level, basket, categories, List.of(others), window);
    }

    /** The same, with this rule on neighbouring places. */
    public Crossing keeping(Window rule) {
        return new Crossing(scope, share, level, basket, categories, rerankers, Optional.of(rule));
    }
}
