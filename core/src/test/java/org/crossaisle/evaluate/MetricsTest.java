package org.crossaisle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.evaluate.metric.CategoryMetrics;
import org.crossaisle.evaluate.metric.ListMetrics;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

/** Each metric worked by hand on the shop of {@link Fakes#catalog()}. */
class MetricsTest {
    private static final int[] NOBODY = {};
    private final CategoryMetrics departments = new CategoryMetrics(Fakes.level(0), 0);
    private final CategoryMetrics categories = new CategoryMetrics(Fakes.level(1), 1);
    private final ListMetrics lists = new ListMetrics(7);

    @Test
    void categoryHit_needsOneItemOfTheTargetsCategory() {
        Answer answer = Fakes.answer(new int[] {0}, 4, 9, 2, 5, 1);
        assertThat(categories.categoryHit(answer, 1)).isZero(); // item 2 is in A>y
        assertThat(categories.categoryHit(answer, 2)).isEqualTo(1); // item 5 is in B>z, as item 4 is
    }

    @Test
    void categoryNovelty_isTheShareOfTheListTheUserHasNotSeen() {
        Answer answer = Fakes.answer(new int[] {0}, 4, 9, 1, 2, 4, 6);
        assertThat(categories.categoryNovelty(answer, 10)).isEqualTo(0.5); // 2 and 4 of 4; 6 has no category
        assertThat(departments.categoryNovelty(answer, 10)).isEqualTo(0.25); // 4 alone is not in A
        assertThat(categories.categoryNovelty(Fakes.answer(NOBODY, 4, 9, 1), 10))
                .isNaN();
    }

    @Test
    void crossAndSwitchTargets_shareNothingWithTheHistoryOrItsEnd() {
        assertThat(categories.isCross(Fakes.answer(new int[] {0}, 2, 1))).isTrue();
        assertThat(departments.isCross(Fakes.answer(new int[] {0}, 2, 1))).isFalse();
        assertThat(categories.isCross(Fakes.answer(NOBODY, 2, 1))).isFalse();
        assertThat(categories.isCross(Fakes.answer(new int[] {0}, 6, 1))).isFalse(); // without a category
        // Item 2's category was met, but not among the last five.
        Answer back = Fakes.answer(new int[] {3, 0, 1, 0, 1, 0}, 2, 1);
        assertThat(categories.isCross(back)).isFalse();
        assertThat(categories.isSwitch(back)).isTrue();
        assertThat(categories.isSwitch(Fakes.answer(new int[] {3, 0, 1, 0, 1}, 2, 1)))
                .isFalse();
    }

    @Test
    void calibration_isTheDivergenceOfTheListFromTheUser() {
        // History: item 0, then item 2: weights .9 and 1, p(x) = .9/1.9, p(y) = 1/1.9.
        // List: item 1 (weight 1), item 4 (1/log2(3) = .63093): q(x) = 1/1.63093 = .61315, q(z) = .38685.
        // q~(x) = .99 * .61315 + .01 * .47368 = .61175; q~(y) = .01 * .52632 = .0052632
        // KL = .47368 ln(.47368 / .61175) + .52632 ln(.52632 / .0052632) = -.12116 + 2.42377 = 2.30261
        Answer answer = Fakes.answer(new int[] {0, 2}, 4, 9, 1, 4);
        assertThat(categories.divergence(answer, 10)).isCloseTo(2.30261, within(1e-4));
        // A list like the history, in the same shares, is calibrated: one category each.
        assertThat(categories.divergence(Fakes.answer(new int[] {0}, 4, 9, 1), 10))
                .isCloseTo(0, within(1e-12));
        assertThat(categories.divergence(Fakes.answer(NOBODY, 4, 9, 1), 10)).isNaN();
    }

    @Test
    void itemOfTwoCategories_countsHalfForEach() {
        // Item 0 is in A and B, item 1 in A. History: item 0, so p(A) = p(B) = .5. List: item 1, so q(A) = 1.
        // q~(A) = .99 + .005 = .995, q~(B) = .005; KL = .5 ln(.5 / .995) + .5 ln(.5 / .005) = -.344067 + 2.302585
        Catalog catalog = new Catalog(List.of(Item.of("both", "", "A", "B"), Item.of("one", "", "A")));
        BitSet known = new BitSet();
        known.set(0, 2);
        CategoryMetrics metrics = new CategoryMetrics(new CategoryLevel(catalog, 0, known, 1), 0);
        History history = History.ofItems(0);
        BitSet seen = history.categories(new CategoryLevel(catalog, 0, known, 1));
        Answer answer =
                new Answer(new Target(0, history, 0, History.NO_TIME), 1, new int[] {1}, new int[] {0}, List.of(seen));
        assertThat(metrics.divergence(answer, 10)).isCloseTo(1.958518, within(1e-6));
        // History: item 0, then item 1, weights .9 and 1: p(A) = 1.45 / 1.9, p(B) = .45 / 1.9; q~(A) = .99 + .01 p(A),
        // q~(B) = .01 p(B); KL = -0.204465 + .236842 ln 100
        Answer later = new Answer(
                new Target(0, History.ofItems(0, 1), 0, History.NO_TIME),
                1,
                new int[] {1},
                new int[] {0},
                List.of(seen));
        assertThat(metrics.divergence(later, 10)).isCloseTo(0.886234, within(1e-6));
        assertThat(metrics.categoryHit(answer, 10)).isEqualTo(1); // they share A
        assertThat(metrics.categoryNovelty(answer, 10)).isZero();
    }

    @Test
    void calibration_looksAtTheHeadOfTheListOnly() {
        Answer answer = Fakes.answer(new int[] {0}, 4, 9, 1, 4);
        assertThat(categories.divergence(answer, 1)).isCloseTo(0, within(1e-12));
        assertThat(categories.jensenShannon(answer, 1)).isCloseTo(0, within(1e-12));
        assertThat(categories.divergence(answer, 2)).isPositive();
    }

    @Test
    void jensenShannon_isOneBitApartAndZeroWhenEqual() {
        assertThat(categories.jensenShannon(Fakes.answer(new int[] {0}, 4, 9, 4, 5), 10))
                .isCloseTo(1, within(1e-12));
        assertThat(categories.jensenShannon(Fakes.answer(new int[] {0}, 4, 9, 1), 10))
                .isCloseTo(0, within(1e-12));
        // p(x) = 1; q(x) = .61315, q(z) = .38685 as above. m = (.806575, .193425)
        // JS = .5 * 1 * log2(1/.806575) + .5 * (.61315 log2(.61315/.806575) + .38685 log2(2)) = .155055 + -.121263 +
        // .193425
        assertThat(categories.jensenShannon(Fakes.answer(new int[] {0}, 4, 9, 1, 4), 10))
                .isCloseTo(0.22722, within(1e-4));
    }

    @Test
    void gini_isZeroWhenEachItemIsShownAsOften() {
        assertThat(lists.gini(List.of(Fakes.answer(NOBODY, 4, 9, 0, 1, 2, 3, 4, 5, 6)), 10))
                .isCloseTo(0, within(1e-12));
        assertThat(lists.gini(List.of(Fakes.answer(NOBODY, 4, 9)), 10)).isNaN();
    }

    @Test
    void categoriesPerList_countsEachOnce() {
        assertThat(categories.categories(Fakes.answer(NOBODY, 4, 9, 0, 1, 2, 6), 10))
                .isEqualTo(2);
        assertThat(categories.categories(Fakes.answer(NOBODY, 4, 9, 0, 1, 2, 4), 2))
                .isEqualTo(1);
    }

    @Test
    void coverageAndGini_lookAtAllLists() {
        List<Answer> answers = List.of(Fakes.answer(NOBODY, 4, 9, 0, 1), Fakes.answer(NOBODY, 4, 9, 0, 2));
        assertThat(lists.coverage(answers, 10)).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(lists.coverage(answers, 1)).isCloseTo(1.0 / 7, within(1e-12));
        // Exposure ascending 0 0 0 0 1 1 2: sum (2 i - 8) x = 2*1 + 4*1 + 6*2 = 18; 18 / (7 * 4)
        assertThat(lists.gini(answers, 10)).isCloseTo(18.0 / 28, within(1e-12));
    }

    @Test
    void serendipity_isAHitTheObviousModelsMiss() {
        Answer hit = Fakes.answer(NOBODY, 4, 3, 0);
        Answer miss = Fakes.answer(NOBODY, 4, 11, 0);
        assertThat(ListMetrics.serendipity(hit, List.of(miss, miss), 10)).isEqualTo(1);
        assertThat(ListMetrics.serendipity(hit, List.of(miss, hit), 10)).isZero();
        assertThat(ListMetrics.serendipity(miss, List.of(miss), 10)).isZero();
    }
}
