package org.crossaisle.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;
import org.crossaisle.recommend.category.CategoryRecommender;
import org.crossaisle.recommend.crossing.Basket;
import org.crossaisle.recommend.crossing.CategoryFilter;
import org.crossaisle.recommend.crossing.CategoryTies;
import org.crossaisle.recommend.crossing.CoarserPredictions;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.ObservedPropensity;
import org.crossaisle.recommend.crossing.PerLevel;
import org.crossaisle.recommend.crossing.PredictedPropensity;
import org.crossaisle.recommend.crossing.Propensity;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.PlacePlan;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Window;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.ExactIndex;
import org.crossaisle.retrieve.ExactRetriever;
import org.crossaisle.retrieve.Retriever;

/**
 * Answers queries with recommendation lists: candidates from a retriever, with the requested share or scope across
 * categories, and re-ranked as requested. A list is never empty while any item is allowed: an empty history gets
 * popular items, and a scope with too few items is filled from outside. Items excluded by a {@link CategoryFilter} are
 * not allowed, and neither are substitutes for items of a basket.
 *
 * <p>Threads may share it.
 */
@PublicApi
public final class Recommender {
    private final Retriever retriever;
    private final Catalog catalog;
    private final List<CategoryLevel> levels;
    private final int[] counts; // [items]
    private final Optional<VectorModel> vectors;
    private final PerLevel<CategoryTies> ties;
    private final PerLevel<Propensity> propensities;
    private final int defaultLevel;
    private final PopularItems popular;
    private final ModelledList lists;

    private Recommender(
            Retriever retriever,
            Catalog catalog,
            List<CategoryLevel> levels,
            int[] counts,
            Optional<VectorModel> vectors,
            PerLevel<CategoryTies> ties,
            PerLevel<Propensity> propensities) {
        this.retriever = retriever;
        this.catalog = catalog;
        this.levels = levels;
        this.counts = counts;
        this.vectors = vectors;
        this.ties = ties;
        this.propensities = propensities;
        defaultLevel = firstDivided(levels, counts.length);
        popular = new PopularItems(levels.get(defaultLevel), counts);
        lists = new ModelledList(retriever, catalog, levels, vectors, ties, propensities);
    }

    /** Searches a model exactly, with the popularity and the category levels of the data it was fitted on. */
    public static Recommender of(Model model, Dataset data) {
        Recommender recommender = model.as(VectorModel.class)
                .map(vectors -> of(new ExactIndex(vectors, data.catalog()), Optional.of(vectors), data))
                .orElseGet(() -> of(new ExactRetriever(model), Optional.empty(), data));
        return model.as(CategoryModel.class)
                .map(categories -> recommender.withPropensity(level -> recommender
                        .predicted(categories, level)
                        .<Propensity>map(PredictedPropensity::new)
                        .orElseGet(() -> recommender.propensities.of(level))))
                .orElse(recommender);
    }

    /** The model's predictions for the categories of a level; empty for levels finer than its own. */
    private Optional<CategoryModel> predicted(CategoryModel model, int level) {
        return level <= model.level().level()
                ? Optional.of(CoarserPredictions.at(model, levels.get(level), catalog.categories()))
                : Optional.empty();
    }

    /**
     * Searches with the retriever, and counts popularity, category levels, ties and propensity on the data.
     *
     * @param vectors the model whose items the retriever finds; empty when it has no vectors
     */
    public static Recommender of(Retriever retriever, Optional<VectorModel> vectors, Dataset data) {
        Catalog catalog = data.catalog();
        BitSet known = data.knownItems();
        List<CategoryLevel> levels = IntStream.range(
                        0, Math.max(1, catalog.categories().levels()))
                .mapToObj(level -> new CategoryLevel(catalog, level, known, CategoryLevel.MINIMUM_ITEMS))
                .toList();
        return new Recommender(
                retriever,
                catalog,
                levels,
                data.itemCounts(),
                vectors,
                new PerLevel<>(level -> CategoryTies.of(CategoryGraph.of(data, levels.get(level), Progress.SILENT))),
                new PerLevel<>(level -> new ObservedPropensity(data, levels.get(level))));
    }

    /** This recommender with another retriever. */
    public Recommender withRetriever(Retriever other) {
        return new Recommender(other, catalog, levels, counts, vectors, ties, propensities);
    }

    /**
     * This recommender with other ties between categories.
     *
     * @param others by level; called once for each level, when it is first needed
     */
    public Recommender withTies(IntFunction<? extends CategoryTies> others) {
        return new Recommender(retriever, catalog, levels, counts, vectors, new PerLevel<>(others), propensities);
    }

    /**
     * This recommender with another propensity to leave known categories.
     *
     * @param others by level; called once for each level, when it is first needed
     */
    public Recommender withPropensity(IntFunction<? extends Propensity> others) {
        return new Recommender(retriever, catalog, levels, counts, vectors, ties, new PerLevel<>(others));
    }

    /**
     * Recommends categories with this propensity.
     *
     * @param graphs by level, one for each of {@link #levels}
     */
    public CategoryRecommender ofCategories(Model model, List<CategoryGraph> graphs) {
        return new CategoryRecommender(
                graphs,
                level -> model.as(CategoryModel.class).flatMap(categories -> predicted(categories, level)),
                propensities);
    }

    /** The category levels that a request can use, from level 0 on. */
    public List<CategoryLevel> levels() {
        return levels;
    }

    /** The first level with more than one category that has items, or 0: departments, in a shop with several. */
    public int defaultLevel() {
        return defaultLevel;
    }

    /** The items that go with these at a level: those of categories tied to theirs, and of none of theirs. */
    public IntPredicate complements(List<Integer> items, int level) {
        Basket basket = new Basket(items, levels.get(level), ties.of(level));
        return item -> basket.admits(item) && basket.strength(item) > 0;
    }

    /**
     * The items to recommend after these, by descending score.
     *
     * @param itemIds the shop's ids of the items a customer chose so far, oldest first; empty for an unknown customer
     * @param count how many are wanted, at least 1
     * @throws IllegalArgumentException when the catalog has no such item
     */
    public Recommendations recommend(List<String> itemIds, int count) {
        return recommend(itemIds, count, Crossing.none());
    }

    /**
     * The items to recommend after these.
     *
     * @param itemIds the shop's ids of the items a customer chose so far, oldest first; empty for an unknown customer
     * @param count how many are wanted, at least 1
     * @throws IllegalArgumentException when the catalog has no such item, or {@link #check} rejects the request
     */
    public Recommendations recommend(List<String> itemIds, int count, Crossing crossing) {
        return recommend(History.ofItemIds(catalog, itemIds), count, crossing);
    }

    /**
     * The items to recommend to a customer with this history, none of which is in it. The time of the request is not
     * known to the model; {@link Query#at} gives it one.
     *
     * @param count how many are wanted, at least 1
     * @throws IllegalArgumentException when {@link #check} rejects the request
     */
    public Recommendations recommend(History history, int count, Crossing crossing) {
        return recommend(Query.of(history, History.NO_TIME).withCount(count), crossing);
    }

    /**
     * A list for the query.
     *
     * @throws IllegalArgumentException when {@link #check} rejects the request
     */
    public Recommendations recommend(Query query, Crossing crossing) {
        check(crossing);
        Query allowed = query.allowing(crossing.categories().of(catalog.categories()));
        Query restricted = withBasket(allowed, crossing);
        return restricted.history().isEmpty()
                ? popular(restricted, crossing)
                : lists.of(query.history(), restricted, crossing);
    }

    /**
     * Rejects requests that no query can be answered with.
     *
     * @throws IllegalArgumentException when there is no such level, category or item, or vectors are requested and the
     *     model has none
     */
    public void check(Crossing crossing) {
        checkLevel("level", crossing.level());
        for (Reranker each : crossing.rerankers()) {
            check(each);
        }
        crossing.window().ifPresent(window -> checkLevel("the window's level", window.level()));
        for (int item : crossing.basket()) {
            if (item < 0 || item >= catalog.size()) {
                throw new IllegalArgumentException(
                        "item " + item + " of the basket is not one of the " + catalog.size() + " items");
            }
        }
        crossing.categories().of(catalog.categories());
    }

    private void check(Reranker reranker) {
        if (reranker.needsVectors() && vectors.isEmpty()) {
            throw new IllegalArgumentException(
                    reranker + " needs a model with item vectors, and this model has none; leave out :vectors");
        }
    }

    private void checkLevel(String what, int level) {
        if (level >= levels.size()) {
            throw new IllegalArgumentException(
                    what + " is " + level + ", must be below the " + levels.size() + " levels of the catalog");
        }
    }

    /** A basket is the current intent: the model reads its items as actions of intent at the time of the query. */
    private Query withBasket(Query query, Crossing crossing) {
        if (crossing.basket().isEmpty()) {
            return query;
        }
        History history = query.history();
        for (int item : crossing.basket()) {
            history = history.plus(item, history.vocabulary().intent(), query.time());
        }
        Basket basket = new Basket(crossing.basket(), levels.get(crossing.level()), ties.of(crossing.level()));
        return query.withHistory(history).allowing(basket::admits);
    }

    private Recommendations popular(Query query, Crossing crossing) {
        Optional<Window> window = crossing.window();
        int wanted = window.isPresent() ? Math.max(ModelledList.POOL, query.count()) : query.count();
        List<Candidate> inTurn = IntStream.of(popular.list(wanted, query.allowed()))
                .mapToObj(item -> new Candidate(item, counts[item]))
                .toList();
        CandidatePool pool = CandidatePool.inOrder(inTurn);
        Arrangement arrangement = new Arrangement(pool, PlacePlan.open(pool, query.count()), levels);
        window.ifPresent(arrangement::rerank);
        List<Recommendation> list = Recommendation.places(arrangement.list(), item -> false, catalog);
        return new Recommendations(
                query,
                list,
                Basis.POPULAR_FOR_NEW_USER,
                crossing,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                crossing.scope() == Scope.ANY ? 0 : list.size(),
                query.count() - list.size(),
                arrangement.achievements());
    }

    private static int firstDivided(List<CategoryLevel> levels, int items) {
        for (CategoryLevel level : levels) {
            long categories = IntStream.range(0, items)
                    .flatMap(item -> IntStream.of(level.of(item)))
                    .distinct()
                    .limit(2)
                    .count();
            if (categories > 1) {
                return level.level();
            }
        }
        return 0;
    }
}
