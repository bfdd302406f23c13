package org.crossaisle.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.junit.jupiter.api.Test;

class RecommenderTest {
    /** Items 0 to 9 in A, 10 to 14 in B, 15 in C; the score of an item is minus its number, so A comes first. */
    private final Dataset data = data();

    private static Dataset data() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 16; item++) {
            items.add(Item.of("i" + item, "", item < 10 ? "A" : item < 15 ? "B" : "C"));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int item = 0; item < 16; item++) { // popularity: item 0 once, item 1 twice, ...
            for (int user = 0; user <= item; user++) {
                builder.startUser();
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private record Descending(int items) implements Model {
        @Override
        public void score(Query query, float[] scores) {
            for (int item = 0; item < items; item++) {
                scores[item] = -item;
            }
        }

        @Override
        public State state() {
            return new State();
        }
    }

    private final Recommender recommender = Recommender.of(new Descending(16), data);

    private static Query query(int count, int... history) {
        return Query.of(History.ofItems(history), History.NO_TIME).withCount(count);
    }

    private static List<Integer> items(Recommendations answer) {
        return answer.list().stream().map(Recommendation::item).toList();
    }

    @Test
    void scopeAny_isTheOrderOfTheScores() {
        Recommendations answer = recommender.recommend(query(4, 0), Crossing.any(0));
        assertThat(items(answer)).containsExactly(1, 2, 3, 4);
        assertThat(answer.crossShare()).hasValue(0);
    }

    @Test
    void scopeCross_holdsOnlyNewCategories() {
        Recommendations answer = recommender.recommend(query(4, 0), Crossing.scope(Scope.CROSS, 0));
        assertThat(items(answer)).containsExactly(10, 11, 12, 13);
        assertThat(answer.crossShare()).hasValue(1);
        assertThat(answer.isScopeRelaxed()).isFalse();
    }

    @Test
    void scopeWithTooFewItems_isFilledAndSaysSo() {
        Recommendations answer = recommender.recommend(query(3, 0, 10), Crossing.scope(Scope.CROSS, 0));
        assertThat(items(answer)).containsExactly(15, 1, 2); // C alone is new
        assertThat(answer.outsideScope()).isEqualTo(2);
        assertThat(answer.isScopeRelaxed()).isTrue();
    }

    @Test
    void crossShare_isMetExactlyAndSpreadEvenly() {
        Recommendations answer = recommender.recommend(query(10, 0), Crossing.share(0.3, 0));
        assertThat(answer.crossShare()).hasValue(0.3);
        assertThat(answer.shortfall()).isZero();
        List<Integer> places = answer.list().stream()
                .filter(Recommendation::isNewCategory)
                .map(Recommendation::rank)
                .toList();
        assertThat(places).containsExactly(2, 5, 9); // floor((i + 1) .3 + .5) grows at places 2, 5 and 9
    }

    @Test
    void crossShareThatCannotBeMet_isFilledAndReported() {
        Recommendations answer = recommender.recommend(query(10, 0, 10), Crossing.share(0.5, 0));
        assertThat(answer.list()).hasSize(10);
        assertThat(answer.crossShare()).hasValue(0.1); // only item 15 is new
        assertThat(answer.shortfall()).isEqualTo(4);
    }

    @Test
    void emptyHistory_getsWhatIsPopularInEveryDepartmentInTurn() {
        Recommendations answer = recommender.recommend(query(5), Crossing.scope(Scope.CROSS, 0));
        assertThat(answer.basis()).isEqualTo(Basis.POPULAR_FOR_NEW_USER);
        // B has 11 + ... + 15 = 65 events, A 1 + ... + 10 = 55, C 16; the best of each, then the second of each.
        assertThat(items(answer)).containsExactly(14, 9, 15, 13, 8);
        assertThat(answer.crossShare()).isEmpty();
    }

    @Test
    void nothingButDisallowedItems_isTheOnlyEmptyList() {
        Query none = query(5, 0).allowing(item -> false);
        assertThat(recommender.recommend(none, Crossing.any(0)).list()).isEmpty();
        Query one = query(5, 0).allowing(item -> item == 3);
        assertThat(items(recommender.recommend(one, Crossing.scope(Scope.CROSS, 0))))
                .containsExactly(3);
    }

    @Test
    void levelBelowTheTree_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender.recommend(query(5, 0), Crossing.any(1)))
                .withMessageContaining("must be below the 1 levels");
        assertThatIllegalArgumentException().isThrownBy(() -> Crossing.share(1.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Crossing.share(Double.NaN, 0));
    }
}
