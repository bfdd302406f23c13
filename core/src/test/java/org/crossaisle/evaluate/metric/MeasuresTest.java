package org.crossaisle.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.crossaisle.action.Action;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.evaluate.Fakes;
import org.crossaisle.history.History;
import org.crossaisle.metric.Metric;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.RankedAnswer;
import org.junit.jupiter.api.Test;

/** Which metric is worked out over which targets, by hand on the shop of {@link Fakes#catalog()}. */
class MeasuresTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final int[] HAD = {0}; // of A>x

    private final Measures measures = new Measures(List.of(Fakes.level(0), Fakes.level(1)), training());

    /** Items 0 to 4 are known, 5 and 6 are not. */
    private static Dataset training() {
        DatasetBuilder builder = new DatasetBuilder(Fakes.catalog());
        builder.startUser();
        for (int item = 0; item < 5; item++) {
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        return builder.build();
    }

    private double mean(String metric, List<Answer> answers) {
        double[] values = measures.ofTargets(answers, List.of()).getOrDefault(metric, new double[0]);
        return Measures.mean(values, IntStream.range(0, values.length).toArray());
    }

    @Test
    void recallNdcgAndReciprocalRank_areCutAtEachOfFourPlaces() {
        // Ranks 1, 7, 15, 31, 51: within 5 is one, within 10 two, within 20 three, within 50 four.
        List<Answer> answers = IntStream.of(1, 7, 15, 31, 51)
                .mapToObj(rank -> Fakes.answer(HAD, 1, rank, 2))
                .toList();
        assertThat(mean("recall@5", answers)).isCloseTo(1.0 / 5, EXACT);
        assertThat(mean("recall@10", answers)).isCloseTo(2.0 / 5, EXACT);
        assertThat(mean("recall@20", answers)).isCloseTo(3.0 / 5, EXACT);
        assertThat(mean("recall@50", answers)).isCloseTo(4.0 / 5, EXACT);
        // 1 / log2(1 + rank): 1, 1/3, 1/4, 1/5, and the last below every cutoff
        assertThat(mean("ndcg@5", answers)).isCloseTo(1.0 / 5, EXACT);
        assertThat(mean("ndcg@10", answers)).isCloseTo((1 + 1 / 3.0) / 5, EXACT);
        assertThat(mean("ndcg@20", answers)).isCloseTo((1 + 1 / 3.0 + 1 / 4.0) / 5, EXACT);
        assertThat(mean("ndcg@50", answers)).isCloseTo((1 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0) / 5, EXACT);
        assertThat(mean("mrr@5", answers)).isCloseTo(1.0 / 5, EXACT);
        assertThat(mean("mrr@10", answers)).isCloseTo((1 + 1 / 7.0) / 5, EXACT);
        assertThat(mean("mrr@20", answers)).isCloseTo((1 + 1 / 7.0 + 1 / 15.0) / 5, EXACT);
        assertThat(mean("mrr@50", answers)).isCloseTo((1 + 1 / 7.0 + 1 / 15.0 + 1 / 31.0) / 5, EXACT);
    }

    @Test
    void categoryHitAndNovelty_areCutAtEachOfFourPlaces() {
        // The target's B>z stands at place 6 and again at 7; the list has A>x before and A>y after it. The user knows
        // A>x.
        int[] list = {1, 1, 1, 1, 1, 4, 5, 2, 3, 2, 3, 3};
        List<Answer> answers = List.of(Fakes.answer(HAD, 4, 60, list));
        assertThat(mean("hit[1]@5", answers)).isZero();
        assertThat(mean("hit[1]@10", answers)).isEqualTo(1);
        assertThat(mean("hit[1]@20", answers)).isEqualTo(1);
        assertThat(mean("hit[1]@50", answers)).isEqualTo(1);
        assertThat(mean("novelty[1]@5", answers)).isZero();
        assertThat(mean("novelty[1]@10", answers)).isEqualTo(0.5); // 4 5 2 3 2
        assertThat(mean("novelty[1]@20", answers)).isCloseTo(7.0 / 12, EXACT); // the list is no longer
        assertThat(mean("novelty[0]@50", answers)).isCloseTo(2.0 / 12, EXACT); // departments: 4 5
    }

    @Test
    void usefulNovelty_isAHitOnATargetOfANewCategory() {
        List<Answer> answers = List.of(
                Fakes.answer(HAD, 4, 10, 1), // A to B, hit
                Fakes.answer(HAD, 4, 11, 1), // A to B, missed
                Fakes.answer(HAD, 2, 1, 1), // A>x to A>y, hit: new at level 1 only
                Fakes.answer(HAD, 1, 1, 1)); // known
        assertThat(mean("usefulnovelty[0]@10", answers)).isEqualTo(0.25);
        assertThat(mean("usefulnovelty[1]@10", answers)).isEqualTo(0.5);
    }

    @Test
    void restrictedRanking_isOverTargetsOfNewCategoriesAlone() {
        // By level; 0 where the target's category is not new.
        List<Answer> answers = List.of(restricted(0, 3), restricted(1, 10), restricted(0, 11), restricted(0, 0));
        assertThat(mean("restricted[0].recall@10", answers)).isEqualTo(1); // of the one at level 0
        assertThat(mean("restricted[0].ndcg@10", answers)).isEqualTo(1);
        assertThat(mean("restricted[1].recall@10", answers)).isCloseTo(2.0 / 3, EXACT);
        // 1 / log2(4), 1 / log2(11), 0
        assertThat(mean("restricted[1].ndcg@10", answers)).isCloseTo((0.5 + Math.log(2) / Math.log(11)) / 3, EXACT);
    }

    private static Answer restricted(int... ranks) {
        Answer like = Fakes.answer(HAD, 4, 50, 1);
        return new Answer(like.target(), 50, new int[] {1}, ranks, List.of(like.seen(0), like.seen(1)));
    }

    @Test
    void listMetrics_areLookedAtWithinTen() {
        // The eleventh item is left out everywhere: A>x ten times, then B>z.
        int[] list = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 4};
        List<Answer> answers = List.of(Fakes.answer(HAD, 4, 60, list));
        assertThat(mean("distance@10", answers)).isZero();
        assertThat(mean("categories[0]@10", answers)).isEqualTo(1);
        assertThat(mean("popularity@10", answers)).isEqualTo(1);
        assertThat(mean("tail@10", answers)).isEqualTo(0.5); // the head is item 0, with one of five interactions
        assertThat(mean("calibration[1]@10", answers)).isCloseTo(0, EXACT);
        assertThat(mean("jensenshannon[1]@10", answers)).isCloseTo(0, EXACT);
        assertThat(mean("distance@10", List.of(Fakes.answer(HAD, 4, 60, 1, 2)))).isEqualTo(0.5);
        // Five times each of two items of seven: ascending 0 0 0 0 0 5 5, sum (2 i - 8) x = 4 * 5 + 6 * 5; 50 / (7 *
        // 10)
        assertThat(measures.ofLists(answers, 0))
                .containsEntry("coverage@10", 2.0 / 7)
                .containsEntry("gini@10", 50.0 / 70);
    }

    @Test
    void coverage_isThatOfTheSubsetsLists() {
        List<Answer> answers =
                List.of(Fakes.answer(HAD, 4, 9, 1), Fakes.answer(HAD, 4, 9, 2), Fakes.answer(HAD, 4, 9, 3));
        assertThat(measures.ofLists(answers, 0, 2)).containsEntry("coverage@10", 2.0 / 7);
    }

    @Test
    void serendipity_comparesAnswersToTheSameTarget_andNeedsSomethingObvious() {
        Answer hit = Fakes.answer(HAD, 4, 10, 1);
        Answer miss = Fakes.answer(HAD, 4, 11, 1);
        List<Answer> own = List.of(hit, hit, miss, hit);
        List<Answer> popular = List.of(miss, hit, miss, miss);
        List<Answer> neighbours = List.of(miss, miss, miss, hit);
        assertThat(measures.ofTargets(own, List.of(popular, neighbours)).get("serendipity@10"))
                .containsExactly(1, 0, 0, 0);
        assertThat(measures.ofTargets(own, List.of(popular)).get("serendipity@10"))
                .containsExactly(1, 0, 0, 1);
        assertThat(measures.ofTargets(own, List.of())).doesNotContainKey("serendipity@10");
    }

    @Test
    void subsets_haveTheTargetsOfTheirNames() {
        List<Answer> answers = List.of(
                Fakes.answer(new int[] {}, 4, 1, 1), // 0: no history
                Fakes.answer(HAD, 1, 1, 1), // 1: known
                Fakes.answer(HAD, 2, 1, 1), // 2: A>x to A>y
                Fakes.answer(HAD, 5, 1, 1), // 3: A to B, an item nobody had
                Fakes.answer(HAD, 6, 1, 1), // 4: an item without category that nobody had
                ofLength(4), // 5
                ofLength(5), // 6: known, but not among the last five
                ofLength(9), // 7
                ofLength(10)); // 8
        Map<String, int[]> subsets = measures.subsets(answers);
        assertThat(subsets.keySet())
                .containsExactly(
                        "all",
                        "within@0",
                        "cross@0",
                        "within@1",
                        "cross@1",
                        "switch",
                        "cold",
                        "history 1-4",
                        "history 5-9",
                        "history 10+",
                        "item events 0",
                        "item events 1-5",
                        "item events 6-20",
                        "item events 21+",
                        "history 0",
                        "history 1",
                        "history 2",
                        "history 3-5",
                        "history 6+");
        assertThat(subsets.get("all")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(subsets.get("within@0")).containsExactly(1, 2, 4, 5, 6, 7, 8);
        assertThat(subsets.get("cross@0")).containsExactly(3);
        assertThat(subsets.get("within@1")).containsExactly(1, 4, 5, 6, 7, 8);
        assertThat(subsets.get("cross@1")).containsExactly(2, 3);
        assertThat(subsets.get("switch")).containsExactly(2, 3, 7, 8);
        assertThat(subsets.get("cold")).containsExactly(3, 4);
        assertThat(subsets.get("history 1-4")).containsExactly(1, 2, 3, 4, 5);
        assertThat(subsets.get("history 5-9")).containsExactly(6, 7);
        assertThat(subsets.get("history 10+")).containsExactly(8);
        assertThat(new Measures(List.of(), training()).subsets(answers)).doesNotContainKey("switch");
    }

    /** A history that begins with A>y and goes on with A>x, and a target of A>y. */
    private static Answer ofLength(int length) {
        int[] history = new int[length];
        history[0] = 2;
        return Fakes.answer(history, 3, 1, 1);
    }

    @Test
    void valuesThatATargetDoesNotHave_areLeftOutOfTheMean() {
        double[] values = {1, Double.NaN, 4, 100};
        assertThat(Measures.mean(values, 0, 1, 2)).isEqualTo(2.5);
        assertThat(Measures.mean(values, 1)).isNaN();
        assertThat(Measures.mean(values)).isNaN();
    }

    @Test
    void targetsWithoutAHistory_haveNoNoveltyAndNoCalibration() {
        Answer nobody = Fakes.answer(new int[] {}, 4, 1, 4);
        for (String metric : List.of("novelty[0]@10", "calibration[0]@10", "jensenshannon[0]@10")) {
            assertThat(mean(metric, List.of(nobody))).as(metric).isNaN();
        }
    }

    /** The rank of the target divided by the number of items: a metric from outside. */
    private record Percentile(int items) implements Metric {
        @Override
        public String name() {
            return "percentile";
        }

        @Override
        public double of(RankedAnswer answer) {
            return (double) answer.rank() / items;
        }
    }

    @Test
    void metricOfAnotherJar_isMeasuredUnderItsName() {
        Measures more = new Measures(List.of(), training(), List.of(new Percentile(7)));
        List<Answer> answers = List.of(Fakes.answer(HAD, 1, 1, 2), Fakes.answer(HAD, 1, 6, 2));
        assertThat(more.ofTargets(answers, List.of()).get("percentile")).containsExactly(1 / 7.0, 6 / 7.0);
        assertThat(measures.ofTargets(answers, List.of())).doesNotContainKey("percentile");
    }

    @Test
    void metricWithTheNameOfAnother_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measures(List.of(), training(), List.of(new Ndcg(10))))
                .withMessageContaining("two metrics are named ndcg@10");
    }
}
