package org.crossaisle.serving;

import java.util.List;
import java.util.function.IntPredicate;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.audience.Audience;
import org.crossaisle.audience.AudienceFinder;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.explain.Explainer;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.category.CategoryRecommendations;
import org.crossaisle.recommend.category.CategoryRecommender;
import org.crossaisle.recommend.crossing.CategoryTies;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.recommend.similar.SimilarItems;
import org.crossaisle.retrieve.Candidate;

/**
 * Everything needed to answer requests: a shop, its model, statistics of the shop, and default settings for lists.
 * Immutable, so that a request gets one consistent answer; threads may share it.
 */
@PublicApi
public final class ServingModel {
    private static final int WARM_UP_COUNT = 10;

    private final Shop shop;
    private final ModelDirectory model;
    private final CrossingText defaults;
    private final List<CategoryGraph> graphs; // by level
    private final Recommender recommender;
    private final CategoryRecommender categories;
    private final Explainer explainer;
    private final SimilarItems similar;

    private ServingModel(
            Shop shop,
            ModelDirectory model,
            CrossingText defaults,
            List<CategoryGraph> graphs,
            Recommender recommender) {
        this.shop = shop;
        this.model = model;
        this.defaults = defaults;
        this.graphs = graphs;
        this.recommender = recommender;
        categories = recommender.ofCategories(model.model(), graphs);
        explainer = new Explainer(model.model(), graphs);
        similar = new SimilarItems(model.model(), shop.catalog());
    }

    /**
     * Creates a serving model. Computes the statistics of the shop that lists and reasons need in addition to the
     * model.
     *
     * @param model a model trained on this catalog
     * @param defaults default settings for lists, which a request may override
     * @throws IllegalArgumentException when the shop or the model cannot give lists with the default settings
     */
    public static ServingModel of(Shop shop, ModelDirectory model, CrossingText defaults, Progress progress) {
        Dataset data = shop.dataset();
        Recommender counting = Recommender.of(model.model(), data);
        List<CategoryGraph> graphs = CategoryGraph.ofEach(data, counting.levels(), progress);
        Recommender recommender = counting.withTies(level -> CategoryTies.of(graphs.get(level)));
        ServingModel serving = new ServingModel(shop, model, defaults, graphs, recommender);
        serving.crossing(CrossingText.NONE); // the defaults must be valid for a request without settings
        return serving;
    }

    public Shop shop() {
        return shop;
    }

    /** The model with its provenance. */
    public ModelDirectory model() {
        return model;
    }

    public Catalog catalog() {
        return shop.catalog();
    }

    /** The category levels that a request can name, from level 0. */
    public List<CategoryLevel> levels() {
        return recommender.levels();
    }

    /** The first level with several categories. */
    public int defaultLevel() {
        return recommender.defaultLevel();
    }

    /** The moves of customers between categories, by level. */
    public List<CategoryGraph> graphs() {
        return graphs;
    }

    /** The number of levels that are finer than the level before; deeper levels equal the last of them. */
    public int distinctLevels() {
        return (int) graphs.stream().distinct().count();
    }

    /** The hashed id of a user by shop id. Surrounding white space is dropped, as in the import. */
    public UserId user(String rawId) {
        return shop.key().hash(rawId.strip());
    }

    /** The imported history of a user by shop id; empty for an unknown user. */
    public History importedHistory(String rawId) {
        return shop.userNumber(user(rawId)).stream()
                .mapToObj(shop.dataset()::history)
                .findFirst()
                .orElse(History.EMPTY);
    }

    /**
     * The settings of a request, with the defaults for the rest.
     *
     * @throws IllegalArgumentException when a setting is not valid for this shop or model
     */
    public Crossing crossing(CrossingText requested) {
        Crossing crossing = requested.over(defaults).read(catalog(), defaultLevel(), levels().size());
        recommender.check(crossing);
        return crossing;
    }

    /**
     * A query for items that are not in the history.
     *
     * @param time seconds since 1970; earlier times are raised to that of the last imported event; if the shop knows
     *     only the order of events, the query has no time
     */
    public Query query(History history, long time, int count) {
        Dataset data = shop.dataset();
        long moment = data.hasTimes() ? Math.max(data.latestTime(), time) : History.NO_TIME;
        return Query.of(history, moment).withCount(count);
    }

    /** A query at the time of the last imported event. */
    public Query query(History history, int count) {
        return query(history, shop.dataset().latestTime(), count);
    }

    /**
     * A list with its reasons.
     *
     * @throws IllegalArgumentException when the recommender refuses the crossing
     */
    public ExplainedList recommend(Query query, Crossing crossing) {
        Recommendations answer = recommender.recommend(query, crossing);
        return new ExplainedList(answer, explainer.explain(answer));
    }

    /** The categories new to a user. */
    public CategoryRecommendations categories(Query query, int level) {
        return categories.recommend(query, level);
    }

    /**
     * The items most like an item, best first, never itself. Unlike a user's list, it is not filled up with items
     * outside the scope.
     *
     * @param scope scope relative to the item, at the default level
     */
    public List<Candidate> similar(int item, Scope scope, int count) {
        return similar.of(item, count, inScope(scope, item));
    }

    /** The name of the similarity that the scores of similar items are. */
    public String similarityMeasure() {
        return similar.measure();
    }

    private IntPredicate inScope(Scope scope, int item) {
        CategoryLevel level = levels().get(defaultLevel());
        return switch (scope) {
            case ANY -> other -> true;
            case WITHIN -> other -> level.share(item, other);
            case COMPLEMENT -> recommender.complements(List.of(item), defaultLevel());
            case CROSS -> other -> level.isNew(other, History.ofItems(item).categories(level));
        };
    }

    /** The audience of a category, from the imported events; throws as {@link AudienceFinder}. */
    public Audience audience(CategoryPath category, AudienceSettings settings, int size) {
        return new AudienceFinder(shop.dataset(), settings, Progress.SILENT).find(category, size);
    }

    /** Computes a first list, which loads classes and libraries, so that no customer waits for them. */
    public void warmUp() {
        Dataset data = shop.dataset();
        History history = data.users() == 0 ? History.EMPTY : data.history(0);
        recommend(query(history, WARM_UP_COUNT), Crossing.any(defaultLevel()));
    }
}
