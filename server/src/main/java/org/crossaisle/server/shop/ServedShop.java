package org.crossaisle.server.shop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.ShownText;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.audience.Audience;
import org.crossaisle.audience.AudienceFinder;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.event.EventStore;
import org.crossaisle.explain.Explainer;
import org.crossaisle.explain.Reason;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;
import org.crossaisle.io.console.TerminalProgress;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Query;
import org.crossaisle.neural.recipe.ModelDirectory;
import org.crossaisle.neural.recipe.ModelShop;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.category.CategoryRecommendations;
import org.crossaisle.recommend.category.CategoryRecommender;
import org.crossaisle.recommend.crossing.CategoryTies;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.server.ServerSettings;
import org.crossaisle.store.sqlite.SqliteEventStore;
import org.jboss.logging.Logger;

/** A shop with its model and its live events, ready to answer. Threads may share it. */
public final class ServedShop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ServedShop.class);

    private final Shop shop;
    private final ModelDirectory model;
    private final EventStore store;
    private final Clock clock;
    private final boolean timed;
    private final long latest;
    private final Recommender recommender;
    private final List<CategoryGraph> graphs; // by level
    private final CategoryRecommender categories;
    private final Explainer explainer;
    private final SimilarItems similar;
    private final LiveHistories histories;
    private final CrossingText settled;

    /** @param settled for all lists, unless a request asks for something else */
    ServedShop(Shop shop, ModelDirectory model, EventStore store, CrossingText settled, Clock clock) {
        this.shop = shop;
        this.model = model;
        this.store = store;
        this.clock = clock;
        Dataset data = shop.dataset();
        timed = data.hasTimes();
        latest = data.latestTime();
        Recommender counting = Recommender.of(model.model(), data);
        graphs = CategoryGraph.ofEach(data, counting.levels(), TerminalProgress.standard());
        recommender = counting.withTies(level -> CategoryTies.of(graphs.get(level)));
        categories = recommender.ofCategories(model.model(), graphs);
        explainer = new Explainer(model.model(), graphs);
        similar = new SimilarItems(model.model(), data.catalog());
        histories = new LiveHistories(shop, store);
        this.settled = settled;
    }

    /**
     * Opens what the settings name.
     *
     * @param secret of the user key, empty when there is none
     * @throws RecsException when a part is missing, damaged, or does not fit the others
     */
    static ServedShop open(ServerSettings settings, String secret, Clock clock) {
        Path directory = Path.of(settings.model()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "crossaisle.model is not set: needed is the directory of a model, made by train")));
        Optional<Path> asked = settings.shop().map(Path::of);
        ModelShop trainedOn = ModelShop.ofModel(directory);
        Path place = asked.orElse(trainedOn.directory());
        Shop shop = Shop.open(place, secret);
        trainedOn.notes(directory, asked.orElse(null), shop).forEach(note -> LOG.warn(ShownText.line(note)));
        ModelDirectory model = ModelDirectory.load(directory, shop.catalog());
        Path events =
                settings.events().map(Path::of).orElse(place.resolve("live").resolve("events.sqlite"));
        EventStore store = SqliteEventStore.open(events);
        try {
            CrossingText settled = new CrossingText(settings.lists());
            ServedShop served = new ServedShop(shop, model, store, settled, clock);
            served.crossing(CrossingText.NONE); // what is settled must be fit for a request that asks for nothing
            return served;
        } catch (IllegalArgumentException e) {
            store.close();
            throw new RecsException(RecsException.Code.SETTING_INVALID, "crossaisle.lists: " + e.getMessage(), e);
        }
    }

    public Shop shop() {
        return shop;
    }

    ModelDirectory model() {
        return model;
    }

    public Catalog catalog() {
        return shop.catalog();
    }

    public EventStore store() {
        return store;
    }

    public SimilarItems similar() {
        return similar;
    }

    public List<CategoryLevel> levels() {
        return recommender.levels();
    }

    /** How many levels tell items apart that those before do not; a deeper one is as the last of them. */
    int distinctLevels() {
        return (int) graphs.stream().distinct().count();
    }

    /** How customers go from category to category, by level. */
    public List<CategoryGraph> graphs() {
        return graphs;
    }

    public int defaultLevel() {
        return recommender.defaultLevel();
    }

    /** Who the shop knows by this id, with white space around it dropped as the import does. */
    public UserId user(String rawId) {
        return shop.key().hash(rawId.strip());
    }

    public History history(UserId user) {
        return histories.of(user);
    }

    /** A query of now; where the shop knows only the order of events, of no time. */
    public Query query(History history, int count) {
        long now = timed ? Math.max(latest, clock.instant().getEpochSecond()) : History.NO_TIME;
        return Query.of(history, now).withCount(count);
    }

    /**
     * What a request asks for over what the shop has settled.
     *
     * @throws IllegalArgumentException when it cannot be answered
     */
    public Crossing crossing(CrossingText asked) {
        Crossing crossing = asked.over(settled).read(catalog(), defaultLevel(), levels().size());
        recommender.check(crossing);
        return crossing;
    }

    /** Which items go with an item, at the level where the shop has several categories. */
    public IntPredicate complements(int item) {
        return recommender.complements(List.of(item), defaultLevel());
    }

    public Recommendations recommend(Query query, Crossing crossing) {
        return recommender.recommend(query, crossing);
    }

    public CategoryRecommendations categories(Query query, int level) {
        return categories.recommend(query, level);
    }

    /** From the imported events; throws as {@link AudienceFinder}. */
    public Audience audience(CategoryPath category, AudienceSettings settings, int size) {
        return new AudienceFinder(shop.dataset(), settings, Progress.SILENT).find(category, size);
    }

    public List<List<Reason>> explain(Recommendations answer) {
        return explainer.explain(answer);
    }

    @Override
    public void close() {
        store.close();
    }
}
