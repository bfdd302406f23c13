package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.explain.Explainer;
import org.crossaisle.explain.Reason;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.junit.jupiter.api.Test;

/** The whole way on a shop of six items: read it first. */
class TourTest {
    @Test
    void shopOfSixItems_recommendsAcrossItsAislesAndSaysWhy() {
        // tag::tour
        Catalog catalog = new Catalog(List.of(
                Item.of("shoe", "Trail shoe", "Sports>Running"),
                Item.of("sock", "Running sock", "Sports>Running"),
                Item.of("bottle", "Water bottle", "Sports>Hydration"),
                Item.of("cream", "Sun cream", "Beauty>Skin care"),
                Item.of("book", "Training book", "Books>Sport"),
                Item.of("pan", "Frying pan", "Kitchen>Cookware")));
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 30; user++) { // most go from shoe to sock to sun cream, a day apart; some buy a pan
            builder.startUser();
            int[] bought = user % 3 == 2 ? new int[] {5, 4} : new int[] {0, 1, 3};
            for (int day = 0; day < bought.length; day++) {
                builder.add(bought[day], day * 86_400L, Action.PURCHASE);
            }
        }
        Dataset data = builder.build();

        Model model = new Transitions().fit(data, TrainingRun.withSeed(1));
        Recommender recommender = Recommender.of(model, data);
        Query query = Query.of(History.ofItems(0, 1), History.NO_TIME).withCount(2); // bought shoe and sock
        Recommendations answer = recommender.recommend(query, Crossing.scope(Scope.CROSS, 0));
        List<List<Reason>> reasons = new Explainer(model, data, recommender.levels()).explain(query, answer);

        System.out.println(catalog.item(answer.list().get(0).item()).title());
        reasons.get(0).forEach(reason -> System.out.println(reason.text(catalog, Reason.Language.ENGLISH)));
        // end::tour

        assertThat(answer.list().get(0).item()).isEqualTo(3);
        assertThat(answer.crossShare()).hasValue(1);
        assertThat(reasons.get(0)).hasSize(2);
        assertThat(reasons.get(0).get(1).text(catalog, Reason.Language.ENGLISH))
                .startsWith("buyers of Sports go on to Beauty, ")
                .endsWith(" times as often as others, after 2 days");
    }
}
