package org.crossaisle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.dataset.TemporalSplit;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.junit.jupiter.api.Test;

/** Each leak that the protocol names is planted here and must be caught. */
class LeakTest {
    private static final long DAY = 86_400;
    private final Catalog catalog = Fakes.catalog();

    /** Six users with five interactions each on days 0 to 9, all times whole days. */
    private Dataset data() {
        Random random = new Random(3);
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 6; user++) {
            builder.startUser();
            for (int at = 0; at < 5; at++) {
                builder.add((user + at) % 6, (2L * at + random.nextInt(2)) * DAY, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static EvaluationReport run(Split split, Trainer trainer) {
        Map<String, Trainer> recipes = new LinkedHashMap<>(Map.of("fake", trainer));
        return new Evaluation("planted", split, List.of(0, 1), true, Progress.SILENT)
                .run(recipes, List.of(1L), Optional.empty());
    }

    private static Fakes.Remembering harmless() {
        return new Fakes.Remembering(new Fakes.Fixed(7, 6, 5, 4, 3, 2, 1));
    }

    @Test
    void cleanSplits_pass() {
        assertThat(run(new LeaveOneOut().of(data()), harmless()).n()).isEqualTo(6);
        assertThat(run(new TemporalSplit(TemporalSplit.Targets.LAST).of(data()), harmless())
                        .n())
                .isPositive();
    }

    @Test
    void targetThatTellsItsOwnTime_whereTheLastEventsIsToBeTold_isCaught() {
        Split clean = new LeaveOneOut().of(data());
        Split planted = new Split(
                clean.name(),
                clean.targets(),
                clean.fit(),
                clean.withRequestTime(RequestTime.LAST_EVENT).validation(),
                clean.refit(),
                clean.test(),
                RequestTime.LAST_EVENT);
        assertThatIllegalStateException()
                .isThrownBy(() -> run(planted, harmless()))
                .withMessageContaining("the model would know when the target happened");
        assertThat(run(clean.withRequestTime(RequestTime.LAST_EVENT), harmless())
                        .requestTime())
                .contains(RequestTime.LAST_EVENT);
    }

    @Test
    void targetInTheFittedData_isCaught() {
        Split clean = new LeaveOneOut().of(data());
        Split planted =
                new Split(clean.name(), clean.targets(), data(), clean.validation(), clean.refit(), clean.test());
        assertThatIllegalStateException()
                .isThrownBy(() -> run(planted, harmless()))
                .withMessageContaining("the model would be trained on the target");
    }

    @Test
    void validationItemTrainedOnBeforeTheTest_isCaught() {
        Split clean = new LeaveOneOut().of(data());
        // The refit sees everything, the test target too.
        Split planted = new Split(clean.name(), clean.targets(), clean.fit(), clean.validation(), data(), clean.test());
        assertThatIllegalStateException().isThrownBy(() -> run(planted, harmless()));
        Fakes.Remembering trainer = harmless();
        run(clean, trainer);
        assertThat(trainer.fitted).hasSize(1); // under leave-one-out nothing is fitted again
        assertThat(trainer.fitted.get(0).interactions()).isEqualTo(6 * 3);
    }

    @Test
    void choosingOnTheTest_isCaught() {
        Split clean = new LeaveOneOut().of(data());
        Split planted =
                new Split(clean.name(), clean.targets(), clean.fit(), clean.test(), clean.refit(), clean.test());
        assertThatIllegalStateException()
                .isThrownBy(() -> run(planted, harmless()))
                .withMessageContaining("model selection would use the test");
        Fakes.Remembering trainer = harmless();
        run(clean, trainer);
        assertThat(trainer.chosenOn).containsExactly(clean.validation());
    }

    @Test
    void somebodysFutureInATemporalFit_isCaught() {
        Split clean = new TemporalSplit(TemporalSplit.Targets.LAST).of(data());
        Target first = clean.validation().get(0);
        List<Target> moved = new ArrayList<>(clean.validation());
        moved.set(0, new Target(first.user(), first.history(), first.item(), 0)); // before what was fitted on
        Split planted = new Split(clean.name(), clean.targets(), clean.fit(), moved, clean.refit(), clean.test());
        assertThatIllegalStateException()
                .isThrownBy(() -> run(planted, harmless()))
                .withMessageContaining("the model would be trained on the future");
    }

    @Test
    void targetAtTheVeryTimeOfTheLatestFittedInteraction_isCaught() {
        Split clean = new TemporalSplit(TemporalSplit.Targets.LAST).of(data());
        Target first = clean.validation().get(0);
        List<Target> moved = new ArrayList<>(clean.validation());
        moved.set(
                0,
                new Target(
                        first.user(), first.history(), first.item(), clean.fit().latestTime()));
        Split planted = new Split(clean.name(), clean.targets(), clean.fit(), moved, clean.refit(), clean.test());
        assertThatIllegalStateException().isThrownBy(() -> run(planted, harmless()));
    }

    @Test
    void temporalModel_isFittedTwiceAndNeverOnTheTestPeriod() {
        Split split = new TemporalSplit(TemporalSplit.Targets.LAST).of(data());
        Fakes.Remembering trainer = harmless();
        run(split, trainer);
        assertThat(trainer.fitted).containsExactly(split.fit(), split.refit());
        long firstTest = split.test().stream().mapToLong(Target::time).min().orElseThrow();
        assertThat(trainer.fitted.get(1).latestTime()).isLessThan(firstTest);
    }

    @Test
    void newItemsDroppedFromTheCandidates_areCaught() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        run(new LeaveOneOut().of(data()), new Fakes.Remembering(new Fakes.Fixed(6, 5, 4, 3, 2, 1))))
                .withMessageContaining("every model must score every item");
    }

    @Test
    void categoriesAndColdItems_comeFromTheTrainingPeriodAlone() {
        // Item 5 is met for the first time at the very end: whoever counted all data would not call it cold.
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int day = 0; day < 10; day++) {
            builder.add(day == 9 ? 5 : day % 4, day * DAY, Action.PURCHASE);
        }
        Split split = new TemporalSplit(TemporalSplit.Targets.LAST).of(builder.build());
        RecipeResult result = run(split, harmless()).results().get(0);
        SubsetResult cold = result.subsets().get("cold");
        assertThat(cold).isNotNull();
        assertThat(cold.n()).isEqualTo(1);
    }

    /**
     * 20 items of A>late are met in the test period only, two of A>rare in training. By the counts of training both
     * count as A, and who had A>rare stays within; by those of all data A>late would be a category of its own, and
     * every target across.
     */
    @Test
    void categoriesThatGrowInTheTestPeriod_areMergedAsInTraining() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 22; item++) {
            items.add(Item.of("i" + item, "", item < 2 ? "A>rare" : "A>late"));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 20; user++) {
            builder.startUser();
            for (int day = 0; day < 9; day++) {
                builder.add(day % 2, day * DAY, Action.PURCHASE);
            }
            builder.add(2 + user, (user + 9) * DAY, Action.PURCHASE);
        }
        Split split = new TemporalSplit(TemporalSplit.Targets.LAST).of(builder.build());
        float[] scores = new float[22];
        RecipeResult result = run(split, new Fakes.Remembering(new Fakes.Fixed(scores)))
                .results()
                .get(0);
        SubsetResult cross = result.subsets().get("cross@1");
        SubsetResult within = result.subsets().get("within@1");
        assertThat(cross).isNotNull();
        assertThat(within).isNotNull();
        assertThat(cross.n()).isZero();
        assertThat(cross.intervals()).isEmpty();
        assertThat(within.n()).isGreaterThanOrEqualTo(10);
        // The lists are nothing but items of the test period, which nobody had in training.
        assertThat(result.metric("all", "popularity@10")).isZero();
    }

    /**
     * A table of users under leave-one-out holds the target's neighbours; none can be asked, as a query names no user.
     */
    @Test
    void query_namesNoUser_soThatNoModelCanHaveLearntOne() {
        assertThat(Query.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("history", "time", "count", "allowed");
        List<Query> asked = new ArrayList<>();
        run(new LeaveOneOut().of(data()), new Fakes.Remembering(new Model() {
            @Override
            public int items() {
                return 7;
            }

            @Override
            public void score(Query query, float[] scores) {
                asked.add(query);
                java.util.Arrays.fill(scores, 0);
            }

            @Override
            public State state() {
                return new State();
            }
        }));
        assertThat(asked)
                .hasSize(6)
                .allSatisfy(query -> assertThat(query.history().size()).isEqualTo(4)); // never the target itself
    }

    /** Foresees the next item of the file by its place: right only where the file order within a day can be learnt. */
    private record FileOrder(int items) implements Model {
        @Override
        public void score(Query query, float[] scores) {
            java.util.Arrays.fill(scores, 0);
            if (!query.history().isEmpty()) {
                scores[(query.history().latest(0) + 1) % items] = 1;
            }
        }

        @Override
        public State state() {
            return new State();
        }
    }

    @Test
    void fileOrderWithinADay_isWorthNothingOnceTiesAreShuffled() {
        // Every user has items k, k + 1, .. k + 4 on one and the same day: the file gives the order away.
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 70; user++) {
            builder.startUser();
            for (int at = 0; at < 5; at++) {
                builder.add((user + at) % 7, DAY, Action.REVIEW);
            }
        }
        Dataset data = builder.build();
        Fakes.Remembering cheat = new Fakes.Remembering(new FileOrder(7));
        double given = ndcg(new LeaveOneOut().of(data), cheat);
        double shuffled = 0;
        for (long seed = 1; seed <= 5; seed++) {
            shuffled += ndcg(new LeaveOneOut().shuffleTies(seed).of(data), cheat) / 5;
        }
        assertThat(given).isEqualTo(1);
        assertThat(shuffled).isLessThan(0.75);
    }

    private static double ndcg(Split split, Trainer trainer) {
        return run(split, trainer).results().get(0).metric("all", "ndcg@5");
    }

    @Test
    void masking_isTheSameForEveryModelAndSaid() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int item : new int[] {0, 1, 2, 0}) { // the last is a repeat, which a masked ranking cannot answer
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        builder.startUser();
        for (int item : new int[] {0, 1, 2, 3}) {
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        Split split = new LeaveOneOut().of(builder.build());
        EvaluationReport masked = run(split, harmless());
        assertThat(masked.n()).isEqualTo(1);
        assertThat(masked.repeats()).isEqualTo(1);
        assertThat(masked.results().get(0).metric("all", "mrr@5")).isEqualTo(1); // 0, 1, 2 are masked
        EvaluationReport unmasked = new Evaluation("planted", split, List.of(1), false, Progress.SILENT)
                .run(Map.of("fake", harmless()), List.of(1L), Optional.empty());
        assertThat(unmasked.n()).isEqualTo(2);
        assertThat(unmasked.results().get(0).metric("all", "mrr@5")).isCloseTo((1 + 0.25) / 2, within(1e-12));
    }
}
