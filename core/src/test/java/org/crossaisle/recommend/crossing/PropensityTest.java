package org.crossaisle.recommend.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.recommend.rerank.CandidatePools;
import org.junit.jupiter.api.Test;

/** How likely a user is to leave known categories. */
class PropensityTest {
    private static Dataset data(Catalog catalog, int[]... histories) {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int[] history : histories) {
            builder.startUser();
            for (int item : history) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @Test
    void propensity_isRightOnAverageOverWhatUsersDid() {
        Dataset data = Shops.random(3, 4_000, 60);
        CategoryLevel level = CandidatePools.level(data.catalog(), 1);
        Propensity propensity = new ObservedPropensity(data, level);
        double predicted = 0;
        double news = 0;
        int events = 0;
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            for (int position = 1; position < history.size(); position++) {
                History past = history.first(position);
                if (!past.contains(history.item(position))) {
                    predicted += propensity.of(Query.of(past, History.NO_TIME));
                    news += level.isNew(history.item(position), past.categories(level)) ? 1 : 0;
                    events++;
                }
            }
        }
        assertThat(events).isGreaterThan(10_000);
        assertThat(predicted / events).isCloseTo(news / events, within(0.002)); // the exploration gap
        assertThat(news / events).isBetween(0.2, 0.8);
    }

    @Test
    void propensity_fallsWithTheCategoriesThatAreKnown() {
        Dataset data = Shops.random(3, 4_000, 60);
        CategoryLevel level = CandidatePools.level(data.catalog(), 1);
        Propensity propensity = new ObservedPropensity(data, level);
        double ofOne = propensity.of(Query.of(History.ofItems(0, 15, 30, 45), History.NO_TIME)); // all in A>0
        double ofFour = propensity.of(Query.of(History.ofItems(0, 1, 2, 3), History.NO_TIME));
        assertThat(ofOne).isGreaterThan(ofFour);
    }

    @Test
    void propensity_ofNoData_isZero_andOfUnseenNumbers_thatOfAll() {
        Catalog catalog = CandidatePools.catalog("A", "B", "A", "A");
        CategoryLevel level = CandidatePools.level(catalog, 0);
        Query query = Query.of(History.ofItems(0), History.NO_TIME);
        assertThat(new ObservedPropensity(data(catalog), level).of(query)).isZero();
        // Of the events 1 (new) after 0 and 2 (not new) after 0 1 there is one each; nobody has three events yet.
        Propensity half = new ObservedPropensity(data(catalog, new int[] {0, 1, 2}), level);
        assertThat(half.of(Query.of(History.ofItems(0, 1, 2, 3), History.NO_TIME)))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void classes_growWithTheNumbers() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 16, 1 << 30).map(ObservedPropensity::classOf))
                .containsExactly(0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 23);
    }

    @Test
    void modelThatForeseesCategories_isAskedForThePropensity() {
        Catalog catalog = CandidatePools.catalog("A", "B", "C");
        CategoryLevel level = CandidatePools.level(catalog, 0);
        // B and C are new to who has A: .5 and .2 of A .3.
        Propensity propensity = new PredictedPropensity(new Foreseeing(level, 0.3f, 0.5f, 0.2f));
        assertThat(propensity.of(Query.of(History.ofItems(0), History.NO_TIME))).isCloseTo(0.7, within(1e-6));
        assertThat(propensity.of(Query.of(History.ofItems(0, 1, 2), History.NO_TIME)))
                .isZero();
    }

    /** Foresees the same of three categories whoever asks. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Foreseeing(CategoryLevel level, float... told) implements CategoryModel {
        @Override
        public int[] categories() {
            return IntStream.range(0, 3).map(item -> level.of(item)[0]).toArray();
        }

        @Override
        public void categories(Query query, float[] probabilities) {
            System.arraycopy(told, 0, probabilities, 0, told.length);
        }

        @Override
        public int items() {
            return 3;
        }

        @Override
        public void score(Query query, float[] scores) {}

        @Override
        public State state() {
            return new State();
        }
    }
}
