package org.crossaisle.recommend.crossing;

import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Window;

/**
 * The cross-category settings of a list: how far it leaves the categories the user knows, and how diverse its places
 * are.
 *
 * @param scope which items the list should hold; if there are too few, it is filled from outside and reports so
 * @param share the share of the list from categories new to the user; only with {@link Scope#ANY}, since the other
 *     scopes determine it
 * @param level the level of the category tree at which categories are compared, 0 being the department
 * @param basket the items that the list should complement, with {@link Scope#COMPLEMENT} and only with it
 * @param categories a strict filter on categories
 * @param rerankers in order of execution
 * @param window the shop's rule on neighbouring places, applied after all re-rankers
 */
@PublicApi
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
            throw new IllegalArgumentException("a cross share needs the scope ANY, the scope is " + scope);
        }
        Bounds.atLeast("level", level, 0);
        if (scope == Scope.COMPLEMENT && basket.isEmpty()) {
            throw new IllegalArgumentException(
                    "the scope COMPLEMENT needs a basket: the items that the list should go with");
        }
        if (scope != Scope.COMPLEMENT && !basket.isEmpty()) {
            throw new IllegalArgumentException("a basket needs the scope COMPLEMENT, the scope is " + scope);
        }
    }

    /** No crossing: the list in score order. */
    public static Crossing none() {
        return any(0);
    }

    /** A list in score order, with new categories counted at this level. */
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

    /** A list of complements of these items. */
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

    /** These settings with a category filter. */
    public Crossing in(CategoryFilter others) {
        return new Crossing(scope, share, level, basket, others, rerankers, window);
    }

    /** These settings with re-rankers, in this order. */
    public Crossing rerankedBy(Reranker... others) {
        return new Crossing(scope, share, level, basket, categories, List.of(others), window);
    }

    /** These settings with a rule on neighbouring places. */
    public Crossing withWindow(Window rule) {
        return new Crossing(scope, share, level, basket, categories, rerankers, Optional.of(rule));
    }
}
