package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.event.Event;
import org.crossaisle.explain.Explainer;
import org.crossaisle.explain.Reason;
import org.crossaisle.model.Model;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.privacy.UserKey;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.junit.jupiter.api.Test;

/** The whole way on a shop of six items: read it first. */
class TourTest {
    @Test
    void shopOfSixItems_recommendsAcrossItsAislesAndSaysWhy() {
        // tag::shop
        Catalog catalog = Catalog.of(
                Item.of("shoe", "Trail shoe", "Sports>Running"),
                Item.of("sock", "Running sock", "Sports>Running"),
                Item.of("bottle", "Water bottle", "Sports>Hydration"),
                Item.of("cream", "Sun cream", "Beauty>Skin care"),
                Item.of("book", "Training book", "Books>Sport"),
                Item.of("pan", "Frying pan", "Kitchen>Cookware"));
        UserKey ids = UserKey.unkeyed();
        Instant start = Instant.parse("2026-03-02T10:00:00Z");
        List<Event> events = new ArrayList<>();
        for (int user = 0; user < 30; user++) { // most go from shoe to sock to sun cream, a day apart; some buy a pan
            List<String> bought = user % 3 == 2 ? List.of("pan", "book") : List.of("shoe", "sock", "cream");
            for (int day = 0; day < bought.size(); day++) {
                Instant time = start.plus(Duration.ofDays(day));
                events.add(Event.of(ids.hash("user " + user), bought.get(day), Action.PURCHASE, time));
            }
        }
        // end::shop
        // tag::recommend
        Dataset data = Dataset.of(catalog, events);

        Model model = new Transitions().fit(data);
        Recommender recommender = Recommender.of(model, data);
        Recommendations answer = recommender.recommend(List.of("shoe", "sock"), 2, Crossing.scope(Scope.CROSS, 0));
        for (Recommendation place : answer.list()) {
            System.out.println(place.rank() + ". " + place.itemId());
        }
        // end::recommend

        assertThat(answer.list())
                .extracting(Recommendation::itemId)
                .startsWith("cream")
                .hasSize(2);
        assertThat(answer.crossShare()).hasValue(1);
        // tag::reasons
        List<List<Reason>> reasons = new Explainer(model, data, recommender.levels()).explain(answer);
        reasons.get(0).forEach(reason -> System.out.println(reason.text(catalog, Reason.Language.ENGLISH)));
        // end::reasons
        assertThat(reasons.get(0)).hasSize(2);
        assertThat(reasons.get(0).get(1).text(catalog, Reason.Language.ENGLISH))
                .startsWith("buyers of Sports go on to Beauty, ")
                .endsWith(" times as often as others, after 2 days");
    }
}
