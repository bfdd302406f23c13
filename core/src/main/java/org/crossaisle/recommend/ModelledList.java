package org.crossaisle.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;
import org.crossaisle.recommend.crossing.Aim;
import org.crossaisle.recommend.crossing.Basket;
import org.crossaisle.recommend.crossing.CategoryTies;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.PerLevel;
import org.crossaisle.recommend.crossing.Propensity;
import org.crossaisle.recommend.crossing.Rounding;
import org.crossaisle.recommend.rerank.Achievement;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.PlacePlan;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Window;
import org.crossaisle.retrieve.Retriever;

/**
 * Builds the list for a user with a history: derives the aim, divides the places by it, fills them with candidates, and
 * applies the re-rankers in their order.
 *
 * <p>Threads may share it.
 */
final class ModelledList {
    /** The number of candidates when something is weighed against the scores. */
    static final int POOL = 500;

    private static final int WIDENINGS = 8; // each completes at least one more category; tests need at most two

    private final Retriever retriever;
    private final Catalog catalog;
    private final List<CategoryLevel> levels;
    private final Optional<VectorModel> vectors;
    private final PerLevel<CategoryTies> ties;
    private final PerLevel<Propensity> propensities;

    ModelledList(
            Retriever retriever,
            Catalog catalog,
            List<CategoryLevel> levels,
            Optional<VectorModel> vectors,
            PerLevel<CategoryTies> ties,
            PerLevel<Propensity> propensities) {
        this.retriever = retriever;
        this.catalog = catalog;
        this.levels = levels;
        this.vectors = vectors;
        this.ties = ties;
        this.propensities = propensities;
    }

    /**
     * The list for a query.
     *
     * @param own the user's own history, without a basket
     * @param query with the basket, of items that are allowed
     */
    Recommendations of(History own, Query query, Crossing crossing) {
        CategoryLevel level = levels.get(crossing.level());
        BitSet seen = own.categories(level);
        IntPredicate isNew = item -> !own.isEmpty() && level.isNew(item, seen);
        Aim aim = aim(query, crossing, isNew);
        Arrangement arrangement = arrangement(query, crossing, aim);
        boolean hasShare = aim.share().isPresent();
        int size = arrangement.list().size();
        int matching = count(arrangement, aim.matches());
        int shortfall = hasShare ? wanted(aim, size, query) - matching : 0;
        int outside = hasShare ? 0 : size - matching;
        if (hasShare) {
            arrangement.planned(crossing.share().toString(), Achievement.CROSS_SHARE, shortfall);
        } else if (aim.isDivided()) {
            arrangement.planned("scope:" + crossing.scope().text(), Achievement.WITHIN_SCOPE, outside);
        }
        rerank(arrangement, own, crossing);
        return new Recommendations(
                query,
                Recommendation.places(arrangement.list(), isNew, catalog),
                Basis.MODEL,
                crossing,
                aim.share(),
                size == 0 || own.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) count(arrangement, isNew) / size),
                shortfall,
                outside,
                query.count() - size,
                arrangement.achievements());
    }

    private static int count(Arrangement arrangement, IntPredicate condition) {
        return (int) arrangement.list().stream()
                .filter(each -> condition.test(each.item()))
                .count();
    }

    private Aim aim(Query query, Crossing crossing, IntPredicate isNew) {
        CategoryLevel level = levels.get(crossing.level());
        return switch (crossing.scope()) {
            case ANY -> anyOrShare(query, crossing, isNew);
            case CROSS -> Aim.scope(isNew);
            case WITHIN -> Aim.scope(item -> level.of(item).length > 0 && !isNew.test(item));
            case COMPLEMENT -> Aim.complement(new Basket(crossing.basket(), level, ties.of(crossing.level())));
        };
    }

    private Aim anyOrShare(Query query, Crossing crossing, IntPredicate isNew) {
        if (crossing.share() instanceof CrossShare.Fixed fixed) {
            return Aim.share(fixed.share(), isNew);
        }
        return crossing.share() instanceof CrossShare.Calibrated
                ? Aim.shareByScore(propensities.of(crossing.level()).of(query), isNew)
                : Aim.anything();
    }

    private static int wanted(Aim aim, int size, Query query) {
        return Rounding.places(aim.share().orElseThrow(), size, query);
    }

    private Arrangement arrangement(Query query, Crossing crossing, Aim aim) {
        boolean isPlain = !aim.isDivided()
                && crossing.rerankers().isEmpty()
                && crossing.window().isEmpty();
        CandidateSource candidates = new CandidateSource(retriever, query, aim, isPlain ? query.count() : POOL);
        Arrangement arrangement = planned(candidates.pool(), query, aim);
        if (crossing.window().isPresent()) {
            Window window = crossing.window().get();
            CategoryLevel level = levels.get(window.level());
            for (int round = 0; round < WIDENINGS && !arrangement.mayKeep(window); round++) {
                if (!candidates.widen(window, level)) {
                    break;
                }
                arrangement = planned(candidates.pool(), query, aim);
            }
        }
        return arrangement;
    }

    private Arrangement planned(CandidatePool pool, Query query, Aim aim) {
        if (!aim.isDivided()) {
            return new Arrangement(pool, PlacePlan.open(pool, query.count()), levels);
        }
        return new Arrangement(pool, divided(pool, query, aim), levels);
    }

    private static PlacePlan divided(CandidatePool pool, Query query, Aim aim) {
        if (aim.share().isEmpty()) {
            return PlacePlan.matchingFirst(pool, query.count());
        }
        int wanted = wanted(aim, Math.min(query.count(), pool.size()), query);
        return aim.isSpread()
                ? PlacePlan.spread(pool, query.count(), wanted)
                : PlacePlan.byValue(pool, query.count(), wanted);
    }

    private void rerank(Arrangement arrangement, History own, Crossing crossing) {
        for (Reranker each : crossing.rerankers()) {
            arrangement.rerank(each, levels.get(crossing.level()), own, vectors);
        }
        crossing.window().ifPresent(arrangement::rerank);
    }
}
