package org.crossaisle.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.junit.jupiter.api.Test;

/** What is counted on the data: ties and propensity. */
class KnowledgeTest {
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
        CategoryLevel level = Pools.level(data.catalog(), 1);
        Propensity propensity = new ObservedPropensity(data, level);
        double foreseen = 0;
        double news = 0;
        int events = 0;
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            for (int position = 1; position < history.size(); position++) {
                History past = history.first(position);
                if (!past.contains(history.item(position))) {
                    foreseen += propensity.of(Query.of(past, History.NO_TIME));
                    news += level.isNew(history.item(position), past.categories(level)) ? 1 : 0;
                    events++;
                }
            }
        }
        assertThat(events).isGreaterThan(10_000);
        assertThat(foreseen / events).isCloseTo(news / events, within(0.002)); // the exploration gap
        assertThat(news / events).isBetween(0.2, 0.8);
    }

    @Test
    void propensity_fallsWithTheCategoriesThatAreKnown() {
        Dataset data = Shops.random(3, 4_000, 60);
        CategoryLevel level = Pools.level(data.catalog(), 1);
        Propensity propensity = new ObservedPropensity(data, level);
        double ofOne = propensity.of(Query.of(History.ofItems(0, 15, 30, 45), History.NO_TIME)); // all in A>0
        double ofFour = propensity.of(Query.of(History.ofItems(0, 1, 2, 3), History.NO_TIME));
        assertThat(ofOne).isGreaterThan(ofFour);
    }

    @Test
    void propensity_ofNoData_isZero_andOfUnseenNumbers_thatOfAll() {
        Catalog catalog = Pools.catalog("A", "B", "A", "A");
        CategoryLevel level = Pools.level(catalog, 0);
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
    void tie_isHowMuchMoreOftenUsersGoOn() {
        Catalog catalog = Pools.catalog("A", "B", "C");
        int[][] histories = new int[40][];
        for (int user = 0; user < 40; user++) { // 20 go from A to B, 10 from A to C, 10 stay in C
            histories[user] = user < 20 ? new int[] {0, 1} : user < 30 ? new int[] {0, 2} : new int[] {2};
        }
        CategoryTies ties = new CountedTies(data(catalog, histories), Pools.level(catalog, 0));
        int a = number(catalog, "A");
        int b = number(catalog, "B");
        int c = number(catalog, "C");
        // A to B: half of all are in B. Of 30 in A 20 went on: (20 + 5) / (30 + 10); of the 10 never in A none: 5 / (10
        // + 10).
        assertThat(ties.lift(a, b)).isCloseTo(0.625 / 0.25, within(1e-12));
        // A to C: 10 of 30 went on: (10 + 5) / 40; of the 10 never in A all are in C: (10 + 5) / 20.
        assertThat(ties.lift(a, c)).isCloseTo(0.375 / 0.75, within(1e-12));
        assertThat(ties.lift(b, c)).isEqualTo(1); // nobody did
        assertThat(ties.lift(b, a)).isEqualTo(1); // all had A before
    }

    @Test
    void whoHadTheOtherAlready_doesNotCountAgainstTheTie() {
        Catalog catalog = Pools.catalog("A", "B", "C");
        int[][] histories = new int[40][];
        for (int user = 0; user < 40; user++) { // 20 go from B to A, 10 from A to B, 10 stay in C
            histories[user] = user < 20 ? new int[] {1, 0} : user < 30 ? new int[] {0, 1} : new int[] {2};
        }
        CategoryTies ties = new CountedTies(data(catalog, histories), Pools.level(catalog, 0));
        // 10 came to A without B, and all went on: (10 + 7.5) / (10 + 10); of the 10 never in A none is in B: 7.5 / 20.
        assertThat(ties.lift(number(catalog, "A"), number(catalog, "B"))).isCloseTo(0.875 / 0.375, within(1e-12));
    }

    @Test
    void tieOfFourUsers_isNone_ofFiveOne() {
        Catalog catalog = Pools.catalog("A", "B", "C");
        for (int users : new int[] {4, 5}) {
            int[][] histories = new int[40][];
            for (int user = 0; user < 40; user++) {
                histories[user] = user < users ? new int[] {0, 1} : new int[] {2};
            }
            CategoryTies ties = new CountedTies(data(catalog, histories), Pools.level(catalog, 0));
            double lift = ties.lift(number(catalog, "A"), number(catalog, "B"));
            assertThat(lift > 1).as("%d users", users).isEqualTo(users == 5);
        }
    }

    private static int number(Catalog catalog, String path) {
        return catalog.categories().number(CategoryPath.parse(path)).orElseThrow();
    }

    @Test
    void categoriesOfOneItem_doNotFollowEachOther() {
        Catalog catalog = Pools.catalog("A,B", "C");
        CategoryTies ties = new CountedTies(data(catalog, new int[] {0, 1}), Pools.level(catalog, 0));
        assertThat(ties.lift(number(catalog, "A"), number(catalog, "B"))).isEqualTo(1);
    }
}
