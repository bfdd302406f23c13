package org.crossaisle.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.recommend.crossing.CategoryFilter;
import org.crossaisle.recommend.crossing.CategoryTies;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.recommend.rerank.Achievement;
import org.crossaisle.recommend.rerank.Calibrated;
import org.crossaisle.recommend.rerank.Dpp;
import org.crossaisle.recommend.rerank.Mmr;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Similarity;
import org.crossaisle.recommend.rerank.Window;
import org.junit.jupiter.api.Test;

/** What the dial does to whole lists: everything at once, and what cannot be met. */
class DialTest {
    /**
     * 6 departments of 200 items, 2 categories each: item i in department i / 200. The lower its number, the better an
     * item's score, so that the best 500 are of the first departments only. Users go from department 0 to 1, others
     * from 2 to 3.
     */
    private final Dataset data = data();

    private final Recommender recommender = Recommender.of(new Descending(1_200), data);

    private static Dataset data() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 1_200; item++) {
            items.add(Item.of("i" + item, "", "D" + item / 200 + ">C" + item % 2));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 2_400; user++) {
            builder.startUser();
            int first = user % 200 + (user % 2 == 0 ? 0 : 400);
            builder.add(first, user, Action.PURCHASE);
            builder.add(user % 5 == 0 ? 800 + user % 400 : first + 200, user + 1, Action.PURCHASE);
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

    private static Query query(int count, int... history) {
        return Query.of(History.ofItems(history), History.NO_TIME).withCount(count);
    }

    private static List<Integer> departments(Recommendations answer) {
        return answer.list().stream().map(place -> place.item() / 200).toList();
    }

    private String nameOf(int category) {
        return data.catalog().categories().path(category).name();
    }

    private static CategoryFilter only(String path) {
        return new CategoryFilter(List.of(CategoryPath.parse(path)), List.of());
    }

    private static CategoryFilter except(String... paths) {
        return new CategoryFilter(
                List.of(), List.of(paths).stream().map(CategoryPath::parse).toList());
    }

    @Test
    void complement_holdsWhatGoesWithTheBasket_neverWhatCouldStandInForIt() {
        Recommendations answer = recommender.recommend(query(10, 401), Crossing.complement(List.of(7), 0));
        assertThat(departments(answer)).containsOnly(1); // from 0 users go to 1
        assertThat(answer.outsideScope()).isZero();
        Recommendations ofThird = recommender.recommend(query(10, 7), Crossing.complement(List.of(401), 0));
        assertThat(departments(ofThird)).containsOnly(3);
        assertThat(ofThird.steps().get(0).step()).isEqualTo("scope:complement");
        assertThat(ofThird.steps().get(0).after()).isEqualTo(1);
        assertThat(ofThird.steps().get(0).cost()).isPositive();
    }

    @Test
    void complementOfANewUser_restsOnTheBasket() {
        Recommendations answer = recommender.recommend(query(10), Crossing.complement(List.of(7, 8), 0));
        assertThat(answer.basis()).isEqualTo(Basis.MODEL);
        assertThat(departments(answer)).containsOnly(1);
        assertThat(answer.crossShare()).isEmpty(); // nothing is new to who has no history
    }

    @Test
    void complementWithTooFew_isFilled_butNotFromTheBasketsCategories() {
        Query few = query(10, 401).allowing(item -> item < 200 || item >= 1_000 || item == 250);
        Recommender tied =
                recommender.withTies(level -> (from, to) -> nameOf(to).equals("D1") ? 2 : 1);
        Recommendations answer = tied.recommend(few, Crossing.complement(List.of(7), 0));
        assertThat(departments(answer)).containsExactly(1, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat(answer.outsideScope()).isEqualTo(9);
        Query substitutes = query(10, 401).allowing(item -> item < 200);
        Recommendations none = tied.recommend(substitutes, Crossing.complement(List.of(7), 0));
        assertThat(none.list()).isEmpty();
        assertThat(none.missing()).isEqualTo(10);
    }

    @Test
    void strongerTie_comesBeforeABetterScoreOfAWeakerOne() {
        CategoryTies ties = (from, to) -> switch (nameOf(to)) {
            case "D5" -> 20;
            case "D4" -> 1.05;
            default -> 1;
        };
        Recommendations answer =
                recommender.withTies(level -> ties).recommend(query(300, 401), Crossing.complement(List.of(7), 0));
        assertThat(departments(answer).subList(0, 200)).containsOnly(5);
        assertThat(departments(answer).subList(200, 300)).containsOnly(4);
    }

    @Test
    void categoriesByName_areKeptToTheLetter() {
        Recommendations answer =
                recommender.recommend(query(300, 7), Crossing.any(0).in(only("D2>C1")));
        assertThat(answer.list()).hasSize(100).allMatch(place -> place.item() / 200 == 2 && place.item() % 2 == 1);
        assertThat(answer.missing()).isEqualTo(200);
        Recommendations without =
                recommender.recommend(query(10, 7), Crossing.any(0).in(except("D0", "D1>C0")));
        assertThat(without.list()).allMatch(place -> place.item() >= 200 && place.item() % 2 == 1);
        Recommendations ofNewUser =
                recommender.recommend(query(10), Crossing.any(0).in(only("D4")));
        assertThat(departments(ofNewUser)).containsOnly(4);
    }

    @Test
    void categoriesThatLeaveNothing_giveAnEmptyListThatSaysSo() {
        Query sold = query(5, 7).allowing(item -> item / 200 != 3);
        Recommendations answer =
                recommender.recommend(sold, Crossing.share(0.5, 0).in(only("D3")));
        assertThat(answer.list()).isEmpty();
        assertThat(answer.missing()).isEqualTo(5);
        assertThat(answer.crossShare()).isEmpty();
    }

    @Test
    void userWhoKnowsEveryCategory_getsKnownOnesAndTheShortfall() {
        int[] everything =
                IntStream.range(0, 6).map(department -> 200 * department).toArray();
        Recommendations answer = recommender.recommend(query(10, everything), Crossing.share(0.5, 0));
        assertThat(answer.list()).hasSize(10);
        assertThat(answer.shortfall()).isEqualTo(5);
        assertThat(answer.steps().get(0).shortfall()).isEqualTo(5);
    }

    @Test
    void everythingAtOnce_keepsShareAndRule() {
        int[] history = {3, 5, 203, 207, 9};
        for (Reranker diversity : List.of(
                new Calibrated(0.7), new Mmr(0.5, Similarity.CATEGORIES), new Dpp(0.6, Similarity.CATEGORIES))) {
            Crossing asked = Crossing.share(0.3, 0).rerankedBy(diversity).withWindow(new Window(2, 4, 0));
            Recommendations answer = recommender.recommend(query(50, history), asked);
            assertThat(answer.crossShare()).as("%s", diversity).hasValue(0.3);
            assertThat(answer.list())
                    .extracting(Recommendation::item)
                    .doesNotHaveDuplicates()
                    .hasSize(50);
            List<Integer> departments = departments(answer);
            for (int at = 0; at + 4 <= 50; at++) {
                Map<Integer, Integer> counts = new HashMap<>();
                departments.subList(at, at + 4).forEach(each -> counts.merge(each, 1, Integer::sum));
                assertThat(counts.values()).as("%s at %d", diversity, at).allMatch(count -> count <= 2);
            }
            assertThat(answer.steps()).hasSize(3);
            assertThat(answer.steps().get(1).step()).isEqualTo(diversity.toString());
            assertThat(answer.steps().get(2).after()).isZero();
        }
    }

    @Test
    void snippetOfTheManual_isAnswered() {
        Query query = query(20, 3, 205);
        // tag::dial
        Crossing crossing = Crossing.share(new CrossShare.Calibrated(), 0) // this user's own share of new departments
                .in(new CategoryFilter(List.of(), List.of(CategoryPath.parse("D3>C1")))) // never these
                .rerankedBy(new Mmr(0.3, Similarity.CATEGORIES))
                .withWindow(new Window(2, 5, 0)); // at most 2 of a department in any 5
        Recommendations answer = recommender.recommend(query, crossing);
        for (Achievement step : answer.steps()) {
            System.out.println(step.step() + " cost " + step.cost() + ", short of " + step.shortfall() + " places");
        }
        // end::dial
        assertThat(answer.list()).hasSize(20).noneMatch(place -> place.item() / 200 == 3 && place.item() % 2 == 1);
        assertThat(answer.steps()).hasSize(3).allMatch(step -> step.shortfall() == 0);
    }

    @Test
    void diversity_isBoughtWithScore() {
        Recommendations answer =
                recommender.recommend(query(20, 3), Crossing.any(0).rerankedBy(new Mmr(0.5, Similarity.CATEGORIES)));
        Achievement step = answer.steps().get(0);
        assertThat(step.after()).isGreaterThan(step.before());
        assertThat(step.cost()).isPositive();
        Recommendations free =
                recommender.recommend(query(20, 3), Crossing.any(0).rerankedBy(new Mmr(0, Similarity.CATEGORIES)));
        assertThat(free.steps().get(0).cost()).isZero();
        assertThat(free.list())
                .isEqualTo(recommender.recommend(query(20, 3), Crossing.any(0)).list());
    }

    @Test
    void laterReranker_ordersWhatTheFirstChose() {
        Crossing first = Crossing.any(0).rerankedBy(new Calibrated(0.9));
        Crossing both = Crossing.any(0).rerankedBy(new Calibrated(0.9), new Mmr(0.9, Similarity.CATEGORIES));
        Recommendations chosen = recommender.recommend(query(10, 3, 203), first);
        Recommendations ordered = recommender.recommend(query(10, 3, 203), both);
        assertThat(ordered.list())
                .extracting(Recommendation::item)
                .containsExactlyInAnyOrderElementsOf(
                        chosen.list().stream().map(Recommendation::item).toList());
        assertThat(ordered.steps().get(1).cost()).isCloseTo(0, within(1e-12));
    }

    @Test
    void windowBeyondTheBestCandidates_findsTheCategoriesItNeeds() {
        // The best 500 lie in three departments; one of each in any six places needs all six.
        Crossing asked = Crossing.any(0).withWindow(new Window(1, 6, 0));
        Recommendations answer = recommender.recommend(query(12, 3), asked);
        assertThat(departments(answer)).containsExactly(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
        assertThat(answer.steps().get(0).shortfall()).isZero();
        Recommendations seven =
                recommender.recommend(query(12, 3), Crossing.any(0).withWindow(new Window(1, 7, 0)));
        assertThat(seven.list()).hasSize(12);
        assertThat(seven.steps().get(0).shortfall()).isPositive(); // there are but six
    }

    @Test
    void windowOfANewUsersList_isKeptToo() {
        Crossing asked = Crossing.any(0).withWindow(new Window(1, 3, 0));
        Recommendations answer = recommender.recommend(query(30), asked);
        List<Integer> departments = departments(answer);
        for (int at = 0; at + 3 <= 30; at++) {
            assertThat(departments.subList(at, at + 3)).doesNotHaveDuplicates();
        }
    }

    @Test
    void calibratedShare_isTheUsersOwn_andOnAverageThatOfTheData() {
        Crossing asked = Crossing.share(new CrossShare.Calibrated(), 0);
        double sum = 0;
        for (int user = 0; user < data.users(); user++) {
            Query query = Query.of(data.history(user).first(1), History.NO_TIME).withCount(10);
            sum += recommender.recommend(query, asked).crossShare().orElseThrow();
        }
        // All second events are in a new department: the propensity is 1 after one event.
        assertThat(sum / data.users()).isCloseTo(1, within(0.01));
        Recommender other = recommender.withPropensity(level -> query -> 0.25);
        sum = 0;
        for (int user = 0; user < data.users(); user++) {
            Query query = Query.of(data.history(user), History.NO_TIME).withCount(10);
            Recommendations answer = other.recommend(query, asked);
            assertThat(answer.targetShare()).hasValue(0.25);
            sum += answer.crossShare().orElseThrow();
        }
        assertThat(sum / data.users()).isCloseTo(0.25, within(0.005)); // some have 2 of 10, some 3
    }

    @Test
    void contradictions_areRefusedWithWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crossing.complement(List.of(), 0))
                .withMessageContaining("needs a basket");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crossing(
                        Scope.CROSS,
                        new CrossShare.AsScored(),
                        0,
                        List.of(1),
                        CategoryFilter.NONE,
                        List.of(),
                        Optional.empty()))
                .withMessageContaining("a basket needs the scope COMPLEMENT, the scope is CROSS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crossing(
                        Scope.WITHIN,
                        new CrossShare.Calibrated(),
                        0,
                        List.of(),
                        CategoryFilter.NONE,
                        List.of(),
                        Optional.empty()))
                .withMessageContaining("needs the scope ANY");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CategoryFilter(List.of(CategoryPath.parse("D1>C0")), List.of(CategoryPath.parse("D1"))))
                .withMessageContaining("no category is left");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> recommender.recommend(query(5, 1), Crossing.any(0).in(only("D9"))))
                .withMessageContaining("no category D9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender.recommend(query(5, 1), Crossing.complement(List.of(1_200), 0)))
                .withMessageContaining("not one of the 1200 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender.check(Crossing.any(0).rerankedBy(new Mmr(0.5, Similarity.VECTORS))))
                .withMessageContaining("needs a model with item vectors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender.check(Crossing.any(0).withWindow(new Window(1, 2, 7))))
                .withMessageContaining("the window's level is 7");
    }
}
