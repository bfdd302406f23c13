package org.crossaisle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.history.History;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FullRankingTest {
    private final FullRanking ranker = new FullRanking(List.of(Fakes.level(0), Fakes.level(1)), true);

    private static Answer answer(FullRanking ranker, int item, int[] history, float... scores) {
        Target target = new Target(0, History.ofItems(history), item, History.NO_TIME);
        return ranker.rank(new Fakes.Fixed(scores), List.of(target), Progress.SILENT)
                .get(0);
    }

    @Test
    void ties_countAgainstTheModel() {
        assertThat(answer(ranker, 2, new int[] {0}, 9, 5, 5, 5, 1, 1, 1).rank())
                .isEqualTo(3); // 1 and 3 tie, 0 is masked
    }

    @Test
    void itemsOfTheHistory_competeOnlyUnmasked() {
        FullRanking unmasked = new FullRanking(List.of(), false);
        assertThat(answer(ranker, 2, new int[] {0}, 9, 1, 5, 1, 1, 1, 1).rank()).isEqualTo(1);
        assertThat(answer(unmasked, 2, new int[] {0}, 9, 1, 5, 1, 1, 1, 1).rank())
                .isEqualTo(2);
    }

    @Test
    void restrictedRank_isAmongNewCategoriesAlone() {
        // History in A>x. Target 4 (B>z) scores 3; above it 2 (A>y) at 9 and 1 (A>x) at 8; 5 (B>z) ties.
        Answer answer = answer(ranker, 4, new int[] {0}, 0, 8, 9, 0, 3, 3, 7);
        assertThat(answer.rank()).isEqualTo(5);
        assertThat(answer.restrictedRank(0)).isEqualTo(2); // departments: 4 and 5
        assertThat(answer.restrictedRank(1)).isEqualTo(3); // categories: 2, 4 and 5
        assertThat(answer(ranker, 1, new int[] {0}, 0, 1, 2, 3, 4, 5, 6).restrictedRank(1))
                .isZero(); // not new
    }

    @Test
    void scoreThatIsNoNumber_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> answer(ranker, 2, new int[] {0}, 1, Float.NaN, 1, 1, 1, 1, 1))
                .withMessageContaining("item number 1");
    }

    @RepeatedTest(200)
    void rankAndList_areThoseOfSortingEverything(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] scores = new float[7];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = random.nextInt(4); // many ties
        }
        int[] history = {random.nextInt(7), random.nextInt(7)};
        int item = random.nextInt(7);
        Answer answer = answer(ranker, item, history, scores);
        int rank = 0;
        List<Integer> expected = new ArrayList<>();
        for (int other = 0; other < scores.length; other++) {
            boolean hidden = other != item && (other == history[0] || other == history[1]);
            rank += !hidden && scores[other] >= scores[item] ? 1 : 0;
            if (!hidden) {
                expected.add(other);
            }
        }
        expected.sort((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : Integer.compare(a, b));
        List<Integer> top = new ArrayList<>();
        for (int place = 0; place < answer.size(FullRanking.TOP); place++) {
            top.add(answer.item(place));
        }
        assertThat(answer.rank()).isEqualTo(rank);
        assertThat(top).isEqualTo(expected);
    }

    /** More items than a list holds and more targets than a batch: the reference is sorting everything. */
    @Test
    void manyItemsAndTargets_areRankedAsBySorting() {
        Random random = new Random(4);
        int items = 130;
        float[] scores = new float[items];
        for (int item = 0; item < items; item++) {
            scores[item] = random.nextInt(40); // ties, also around place 50
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, items).boxed().toList());
        order.sort((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : Integer.compare(a, b));
        List<Target> targets = new ArrayList<>();
        for (int at = 0; at < 1_100; at++) {
            History history = History.ofItems(random.nextInt(items), random.nextInt(items));
            targets.add(new Target(at, history, random.nextInt(items), History.NO_TIME));
        }
        List<Answer> answers = new FullRanking(List.of(), true).rank(new Fakes.Fixed(scores), targets, Progress.SILENT);
        assertThat(answers).hasSize(1_100);
        for (int at = 0; at < answers.size(); at++) {
            Target target = targets.get(at);
            List<Integer> competing = order.stream()
                    .filter(item -> item == target.item() || !target.history().contains(item))
                    .toList();
            Answer answer = answers.get(at);
            assertThat(answer.target()).isSameAs(target);
            assertThat(answer.rank()).isEqualTo((int) competing.stream()
                    .filter(item -> scores[item] >= scores[target.item()])
                    .count());
            assertThat(answer.size(1_000)).isEqualTo(50);
            assertThat(IntStream.range(0, 50).map(answer::item).boxed().toList())
                    .isEqualTo(competing.subList(0, 50));
        }
    }
}
