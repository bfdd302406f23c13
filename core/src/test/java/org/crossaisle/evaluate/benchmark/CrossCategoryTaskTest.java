package org.crossaisle.evaluate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.evaluate.Fakes;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemKnn;
import org.junit.jupiter.api.Test;

class CrossCategoryTaskTest {
    /** User 0 goes 0, 1, 2 -> 3 (within A); user 1 goes 0, 1, 0 -> 4 (to B); user 2 goes 4, 0, 5 -> 4, a repeat. */
    private static CrossCategoryTask task() {
        DatasetBuilder builder = new DatasetBuilder(Fakes.catalog());
        for (int[] items : new int[][] {{0, 1, 2, 3}, {0, 1, 0, 4}, {4, 0, 5, 4}}) {
            builder.startUser();
            for (int item : items) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return new CrossCategoryTask(new LeaveOneOut().of(builder.build()), List.of(0));
    }

    @Test
    void answers_areTheEvaluationsFigures() {
        CrossCategoryTask task = task();
        assertThat(task.targets()).hasSize(2);
        assertThat(task.heading())
                .isEqualTo(
                        "leave-one-out, targets last, requests without times, n = 2, X_0 1 (50.0 %), switch 1 (50.0 %), 1"
                                + " repeats left out");
        TargetValues up = task.measure(new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7), Progress.SILENT);
        // Scores 7 to 1 of items 6 to 0: user 0's target 3 is 4th, user 1's target 4 is 3rd.
        int[] all = {0, 1};
        assertThat(up.mean("mrr@10", all)).isCloseTo((1.0 / 4 + 1.0 / 3) / 2, within(1e-7));
        // New to both are 4 and 5: 2 of the items 3 to 6, and 2 of the items 2 to 6. Half of the targets is new.
        ReportColumn gap = task.columns().stream()
                .filter(column -> column.title().equals("gap_0"))
                .findFirst()
                .orElseThrow();
        assertThat(gap.of(up, all)).isCloseTo((2.0 / 4 + 2.0 / 5) / 2 - .5, within(1e-7));
        assertThat(task.subsets().get("cross@0")).containsExactly(1);
        assertThat(up.at("hit[0]@5", 1)).containsExactly(1);
    }

    @Test
    void listsOfTheDial_areTenPlacesAsScored_andAsCalibrated() {
        CrossCategoryTask task = task();
        TargetValues values = task.measure(new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7), Progress.SILENT);
        assertThat(values.at(DialLists.PLAIN, 0, 1))
                .containsExactly(values.at("ndcg@10", 0, 1)); // a list as scored finds what ranks find
        assertThat(values.at(DialLists.isNew(0), 0, 1)).containsExactly(0, 1);
        assertThat(values.at(DialLists.novelty(0, false), 0, 1)[0]).isEqualTo(.5);
        // All items are in every list, so a share changes only who stands where.
        assertThat(values.at(DialLists.novelty(0, true), 0, 1)[0]).isEqualTo(.5);
        assertThat(values.at(DialLists.calibrated(0), 0, 1)[0]).isPositive();
    }

    /** Puts the categories a user knows before all others, and what goes with the history first in both. */
    private record Loyal(Model model, CategoryLevel level) implements Model {
        @Override
        public int items() {
            return model.items();
        }

        @Override
        public void score(Query query, float[] scores) {
            model.score(query, scores);
            BitSet seen = query.history().categories(level);
            for (int item = 0; item < scores.length; item++) {
                scores[item] += level.isNew(item, seen) ? 0 : 1_000;
            }
        }

        @Override
        public State state() {
            return model.state();
        }
    }

    @Test
    void calibratedLists_crossAsOftenAsUsersDo_andCostSomething() {
        Dataset data = Shops.random(3, 600, 600);
        CrossCategoryTask task = new CrossCategoryTask(new LeaveOneOut().of(data), List.of(0, 1));
        assertThat(task.dials()).containsExactly(0, 1);
        Dataset training = task.split().refit();
        CategoryLevel level = new CategoryLevel(data.catalog(), 1, training.knownItems(), CategoryLevel.MINIMUM_ITEMS);
        TargetValues values =
                task.measure(new Loyal(new ItemKnn().fit(training, TrainingRun.withSeed(1)), level), Progress.SILENT);
        DialResult dial = DialResult.of("loyal", 1, values, task.targets());
        assertThat(dial.n()).isEqualTo(task.targets().size()).isGreaterThan(300);
        int[] all = IntStream.range(0, dial.n()).toArray();
        double share = (double) task.subsets().getOrDefault("cross@1", new int[0]).length / dial.n();
        assertThat(dial.plainGap()).isCloseTo(values.mean("novelty[1]@10", all) - share, within(1e-6));
        assertThat(Math.abs(dial.gap())).isLessThan(Math.abs(dial.plainGap()) / 2);
        assertThat(dial.plainNdcg()).isCloseTo(values.mean("ndcg@10", all), within(.002));
        assertThat(dial.change())
                .isCloseTo(dial.ndcg() / dial.plainNdcg() - 1, within(1e-12))
                .isNotZero();
        assertThat(dial.low()).isLessThan(dial.change());
        assertThat(dial.high()).isGreaterThan(dial.change());
    }

    @Test
    void manyTargets_areLookedAtEvenlySpread() {
        CrossCategoryTask task = task();
        Map<String, double[]> one = new DialLists(List.of(0), task.split().refit(), 1)
                .of(new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7), task.targets(), Progress.SILENT);
        double[] plain = one.getOrDefault(DialLists.PLAIN, new double[0]);
        assertThat(plain).hasSize(2);
        assertThat(plain[0]).isPositive();
        assertThat(plain[1]).isNaN();
    }

    @Test
    void withoutLevels_itSaysWhatIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossCategoryTask(task().split(), List.of()))
                .withMessageContaining("at least one level");
    }
}
