package org.crossaisle.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.Crossing;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final Dataset data =
            Shops.ofItems(6, new int[] {0, 2}, new int[] {0, 2}, new int[] {1, 2}, new int[] {1, 3});
    private final Model model = new ItemKnn(10, 0, 0.5).fit(data, TrainingRun.withSeed(1));

    /**
     * w(0, 2) = 2 / sqrt(2 * 3), w(1, 2) = 1 / sqrt(2 * 3). With the history 0, 1 the score of 2 is w(1, 2) + .5 w(0,
     * 2). Without 0 it falls by .5 w(0, 2) = .408248. Without 1, item 0 becomes the latest: w(0, 2) is left, so it
     * falls by w(1, 2) + .5 w(0, 2) - w(0, 2) = 0.
     */
    @Test
    void contribution_isWhatTheScoreFallsByWithoutTheItem() {
        List<Reason.Contribution> contributions = new LeaveOneOutExplainer(model, 3)
                .contributions(Query.of(History.ofItems(0, 1), History.NO_TIME), 2)
                .get(0);
        assertThat(contributions).hasSize(1);
        assertThat(contributions.get(0).item()).isZero();
        assertThat(contributions.get(0).score()).isCloseTo(0.408248f, within(1e-5f));
    }

    @Test
    void everyPlaceOfAList_hasItsReasons() {
        Recommender recommender = Recommender.of(model, data);
        Explainer explainer = new Explainer(model, data, recommender.levels());
        Query query = Query.of(History.ofItems(0), History.NO_TIME).withCount(2);
        Recommendations answer = recommender.recommend(query, Crossing.any(0));
        List<List<Reason>> reasons = explainer.explain(answer);
        assertThat(reasons).hasSameSizeAs(answer.list());
        assertThat(reasons.get(0).get(0)).isInstanceOf(Reason.HistoryItems.class);
        assertThat(reasons.get(0).get(0).text(data.catalog(), Reason.Language.ENGLISH))
                .isEqualTo("because of item-0");
    }

    @Test
    void bridge_isToldAtTheDeepestLevelThatHasOne() {
        Catalog catalog = new Catalog(List.of(
                Item.of("shoe", "", "Sports>Shoes"),
                Item.of("bottle", "", "Sports>Hydration"),
                Item.of("pan", "", "Kitchen")));
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 60; user++) {
            builder.startUser();
            for (int item : user < 30 ? new int[] {0, 1} : new int[] {2}) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        Dataset shop = builder.build();
        Model knn = new ItemKnn(10, 0, 0.5).fit(shop, TrainingRun.withSeed(1));
        List<CategoryLevel> levels = List.of(
                new CategoryLevel(catalog, 0, shop.knownItems(), 1),
                new CategoryLevel(catalog, 1, shop.knownItems(), 1));
        Query query = Query.of(History.ofItems(0), History.NO_TIME).withCount(1);
        // Asked for at department level, where shoe and bottle are both in Sports and nothing is crossed.
        Recommendations answer = Recommender.of(knn, shop).recommend(query, Crossing.any(0));
        assertThat(new Explainer(knn, shop, levels).explain(answer).get(0))
                .filteredOn(Reason.CategoryBridge.class::isInstance)
                .extracting(reason -> reason.text(catalog, Reason.Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("buyers of Shoes go on to Hydration, ");
    }

    @Test
    void newUser_isToldSo() {
        Recommender recommender = Recommender.of(model, data);
        Query query = Query.of(History.EMPTY, History.NO_TIME).withCount(3);
        Recommendations answer = recommender.recommend(query, Crossing.any(0));
        List<List<Reason>> reasons = new Explainer(model, data, recommender.levels()).explain(answer);
        assertThat(reasons).hasSize(3).allSatisfy(own -> assertThat(own).containsExactly(new Reason.NewUser()));
    }

    /**
     * 30 users bought shoe and then cream, 30 the pan. The basket is the shoe; for who has bought the pan and for who
     * is new, the cream stands in the list because of the shoe.
     */
    @Test
    void basket_isAmongTheReasons_sinceTheScoresAreMadeWithIt() {
        Catalog catalog = new Catalog(
                List.of(Item.of("shoe", "", "Sports"), Item.of("cream", "", "Beauty"), Item.of("pan", "", "Kitchen")));
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 60; user++) {
            builder.startUser();
            for (int item : user < 30 ? new int[] {0, 1} : new int[] {2}) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        Dataset shop = builder.build();
        Model knn = new ItemKnn(10, 0, 0.5).fit(shop, TrainingRun.withSeed(1));
        Recommender recommender = Recommender.of(knn, shop);
        Explainer explainer = new Explainer(knn, shop, recommender.levels());
        Crossing withShoe = Crossing.complement(List.of(0), 0);
        for (History history : List.of(History.ofItems(2), History.EMPTY)) {
            Query query = Query.of(history, History.NO_TIME).withCount(1);
            Recommendations answer = recommender.recommend(query, withShoe);
            assertThat(answer.list().get(0).item()).isEqualTo(1);
            assertThat(explainer.explain(answer).get(0))
                    .as("after %d interactions", history.size())
                    .extracting(reason -> reason.text(catalog, Reason.Language.ENGLISH))
                    .anySatisfy(text -> assertThat(text).isEqualTo("because of shoe"))
                    .anySatisfy(text -> assertThat(text).startsWith("buyers of Sports go on to Beauty, "));
        }
    }
}
