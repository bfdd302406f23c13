package org.crossaisle.evaluate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.DepartmentEntries;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.Fakes;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.junit.jupiter.api.Test;

class DepartmentEntryTaskTest {
    private static final long DAY = 86_400;

    /** Items 0, 1 in A; 2, 3 in B; 4, 5 in C. */
    private static Catalog catalog() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 6; item++) {
            items.add(Item.of("i" + item, "", List.of("A>a", "B>b", "C>c").get(item / 2)));
        }
        return new Catalog(items);
    }

    private static CategoryLevel departments() {
        BitSet all = new BitSet();
        all.set(0, 6);
        return new CategoryLevel(catalog(), 0, all, 1);
    }

    private static EntryRanks ranks(int target, float... scores) {
        return EntryRanks.of(new Target(0, History.ofItems(0, 1), target, 0), departments(), scores);
    }

    @Test
    void ranks_areAmongAll_inTheDepartment_andOfTheDepartment() {
        // The user had 0 and 1. Order: 4 (C) .9, 3 (B) .8, 2 (B) .7, 5 (C) .1; the target is 2.
        assertThat(ranks(2, 1, 1, .7f, .8f, .9f, .1f)).isEqualTo(new EntryRanks(3, 2, 2, 2));
        // The target is 5: last of all, second in C, whose 4 is the best of all.
        assertThat(ranks(5, 1, 1, .7f, .8f, .9f, .1f)).isEqualTo(new EntryRanks(4, 2, 1, 1));
    }

    @Test
    void ties_countAgainstTheModel() {
        assertThat(ranks(2, 1, 1, 1, 1, 1, 1)).isEqualTo(new EntryRanks(4, 2, 3, 2));
    }

    @Test
    void knownDepartment_competesInTheListOnly() {
        // Item 1 of A is not had and stands first: B is second in the list, and first of the new departments.
        EntryRanks ranks =
                EntryRanks.of(new Target(0, History.ofItems(0), 2, 0), departments(), 0, .9f, .8f, .1f, .2f, .3f);
        assertThat(ranks).isEqualTo(new EntryRanks(2, 1, 2, 1));
    }

    /** 80 users of A on three days, then B; those of odd numbers had C on day 0 and have no choice. */
    private static Split split() {
        DatasetBuilder builder = new DatasetBuilder(catalog());
        for (int user = 0; user < 80; user++) {
            builder.startUser();
            if (user % 2 == 1) {
                builder.add(4, user, Action.PURCHASE);
            }
            for (int day = 1; day <= 3; day++) {
                builder.add(day % 2, day * DAY + user, Action.PURCHASE);
            }
            builder.add(2 + user / 2 % 2, 5 * DAY, Action.PURCHASE);
        }
        builder.startUser(); // so that B is known
        builder.add(2, DAY, Action.PURCHASE);
        builder.add(3, DAY, Action.PURCHASE);
        Dataset data = builder.build();
        return new DepartmentEntries().of(data);
    }

    @Test
    void values_areOfTheEntries_andAChoiceIsWhereTwoDepartmentsAreNew() {
        DepartmentEntryTask task = new DepartmentEntryTask(split());
        int[] all = task.subsets().getOrDefault("all", new int[0]);
        int[] choice = task.subsets().getOrDefault("choice", new int[0]);
        assertThat(all.length).isEqualTo(task.targets().size()).isBetween(60, 79);
        assertThat(choice).isNotEmpty().hasSizeLessThan(all.length);
        for (int place : choice) {
            assertThat(task.targets().get(place).user() % 2).isZero();
        }
        // C before B: right only for those who had C.
        TargetValues values = task.measure(new Fakes.Fixed(0, 0, 1, 2, 3, 4), Progress.SILENT);
        assertThat(values.mean("department.first", choice)).isZero();
        assertThat(values.mean("department.first", all))
                .isCloseTo(1 - (double) choice.length / all.length, within(1e-6));
        assertThat(values.mean("entered.recall@50", all)).isEqualTo(1);
        assertThat(values.mean("department.hit@1", choice)).isZero();
        assertThat(values.mean("department.hit@5", choice)).isEqualTo(1);
        assertThat(values.metrics()).doesNotContain("department.predicted");
        assertThat(task.heading())
                .contains(
                        "department entries, requests at the target's time, n = " + all.length,
                        choice.length + " with a choice");
        assertThat(task.crossing()).isEmpty();
    }

    /** Tells of the categories of level 1 what it is told to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Telling(float... probabilities) implements CategoryModel {
        @Override
        public CategoryLevel level() {
            BitSet all = new BitSet();
            all.set(0, 6);
            return new CategoryLevel(catalog(), 1, all, 1);
        }

        @Override
        public int[] categories() {
            return new int[] {1, 3, 5};
        }

        @Override
        public void categories(Query query, float[] into) {
            System.arraycopy(probabilities, 0, into, 0, into.length);
        }

        @Override
        public int items() {
            return 6;
        }

        @Override
        public void score(Query query, float[] scores) {
            Arrays.fill(scores, 0);
        }

        @Override
        public State state() {
            return new State();
        }
    }

    private static double predicted(Model model) {
        DepartmentEntryTask task = new DepartmentEntryTask(split());
        return task.measure(model, Progress.SILENT)
                .mean("department.predicted", task.subsets().getOrDefault("choice", new int[0]));
    }

    @Test
    void predictedDepartment_isTheMostProbableOfTheNew() {
        assertThat(predicted(new Telling(.6f, .3f, .1f))).isEqualTo(1); // A is known
        assertThat(predicted(new Telling(0, .3f, .7f))).isZero();
        assertThat(predicted(new Telling(0, .5f, .5f))).isZero(); // a tie
    }

    @Test
    void recipesOfOnesOwn_standBesideOthers() {
        Split split = split();
        // tag::entries
        BenchmarkTask task = new DepartmentEntryTask(split); // of new DepartmentEntries().of(dataset)
        TrainingRun run = TrainingRun.withSeed(1);
        List<BenchmarkResult> results = new ArrayList<>();
        for (Trainer trainer : List.of(new Popular(), new Transitions())) {
            Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), run);
            TargetValues values = task.measure(chosen.model(), Progress.SILENT);
            results.add(BenchmarkResult.of(trainer.name(), List.of(1L), 0, List.of(values)));
        }
        BenchmarkReport report =
                new BenchmarkReport("my shop", "Seed 1", task, results, List.of("popular"), Progress.SILENT);
        System.out.print(report.toText());
        // end::entries
        assertThat(report.toText())
                .startsWith("my shop, department entries, requests at the target's time, n = ")
                .containsPattern("(?m)^recipe +in R@50 +in N@10 +R@50 +N@10 +hit@1 .* first +predicted +in R@50 95 %")
                .containsPattern("(?m)^transitions +1\\.0000 ")
                .containsPattern("(?m)^transitions +popular +entered\\.recall@50 on all .* tie")
                .contains("department.first on choice");
    }
}
