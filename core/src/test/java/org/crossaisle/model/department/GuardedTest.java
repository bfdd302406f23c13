package org.crossaisle.model.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.junit.jupiter.api.Test;

class GuardedTest extends ModelContract {
    private static final int ITEMS_OF_EACH = 20;

    /** Sees one event back and no further. */
    private static final Trainer SHORT_SIGHTED = new Transitions(200, 1, 1, 0, 0, 0.01);

    @Override
    protected Trainer trainer() {
        return Guarded.of(new Popular());
    }

    @Override
    protected Fitted fitted() {
        return alone("C", new Transitions()).withRecipe("A", Frozen.of(new Popular()));
    }

    /** One department that falls back to this recipe. */
    private static Fitted alone(String department, Trainer recipe) {
        return Fitted.NONE.withRecipe(department, Frozen.of(recipe));
    }

    private static List<String> findings(Trainer.Chosen chosen) {
        return chosen.frozen().fitted().texts("findings").orElseThrow();
    }

    /**
     * A user goes round the circle of department A item by item, with any item of department B after each: who sees one
     * event back sees the circle only where B is out of sight. Nothing is to be known of B.
     */
    private static Dataset conflicting(int users, String a, String b) {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 2 * ITEMS_OF_EACH; item++) {
            items.add(Item.of("i" + item, "", item < ITEMS_OF_EACH ? a : b));
        }
        Random random = new Random(7);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < users; user++) {
            builder.startUser();
            int begin = random.nextInt(ITEMS_OF_EACH);
            List<Integer> others =
                    new ArrayList<>(IntStream.range(0, ITEMS_OF_EACH).boxed().toList());
            Collections.shuffle(others, random);
            int length = 7 + random.nextInt(4);
            for (int at = 0; at < length; at++) {
                int item = at % 2 == 0 ? (begin + at / 2) % ITEMS_OF_EACH : ITEMS_OF_EACH + others.get(at / 2);
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static Split split() {
        return new LeaveOneOut().of(conflicting(600, "A>x", "B>y"));
    }

    private static Trainer.Chosen chosen(Trainer of, Split split) {
        return Guarded.of(of).choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
    }

    @Test
    void departmentThatLosesByTheOthers_fallsBack_andItAlone() {
        Split split = split();
        Trainer.Chosen chosen = chosen(SHORT_SIGHTED, split);
        assertThat(chosen.frozen().recipe()).isEqualTo(Guarded.of(SHORT_SIGHTED));
        assertThat(chosen.frozen().fitted().recipes()).containsOnlyKeys("A");
        assertThat(findings(chosen)).hasSize(2);
        assertThat(findings(chosen).get(0)).startsWith("A: NDCG@10 on ").endsWith("ranked by a model of its own");
        assertThat(findings(chosen).get(1)).startsWith("B: NDCG@10 on ").endsWith(": together");

        Model together = SHORT_SIGHTED.fit(split.fit(), TrainingRun.withSeed(1));
        int known = 0;
        int targets = 0;
        for (Target target : split.test()) {
            Query query = Query.of(target.history(), History.NO_TIME);
            float[] before = Shops.scores(together, query);
            float[] after = Shops.scores(chosen.model(), query);
            assertThat(Arrays.copyOfRange(after, ITEMS_OF_EACH, after.length))
                    .containsExactly(Arrays.copyOfRange(before, ITEMS_OF_EACH, before.length));
            float[] sorted = Arrays.copyOf(after, ITEMS_OF_EACH);
            float[] sortedBefore = Arrays.copyOf(before, ITEMS_OF_EACH);
            Arrays.sort(sorted);
            Arrays.sort(sortedBefore);
            assertThat(sorted).containsExactly(sortedBefore);
            if (target.item() < ITEMS_OF_EACH) {
                targets++;
                known += IntStream.range(0, ITEMS_OF_EACH)
                                .filter(item -> !target.history().contains(item))
                                .allMatch(item -> after[item] <= after[target.item()])
                        ? 1
                        : 0;
            }
        }
        assertThat(targets).isGreaterThan(200);
        assertThat(known).isGreaterThan(targets * 9 / 10);
    }

    @Test
    void itemsOfTheHistory_keepTheirScores() {
        Split split = split();
        Model together = SHORT_SIGHTED.fit(split.fit(), TrainingRun.withSeed(1));
        Model guarded = chosen(SHORT_SIGHTED, split).model();
        int[] history = {3, 25, 4, 30};
        assertThat(Shops.scores(guarded, history)[3]).isEqualTo(Shops.scores(together, history)[3]);
        assertThat(Shops.scores(guarded, history)[4]).isEqualTo(Shops.scores(together, history)[4]);
        assertThat(Shops.scores(guarded, history)[5]).isNotEqualTo(Shops.scores(together, history)[5]);
    }

    @Test
    void frozenRecipe_isFittedOnTheWholeAndOnWhatFellBack() {
        Split split = split();
        List<Integer> fitted = new ArrayList<>();
        Trainer.Chosen chosen = chosen(new Watched(SHORT_SIGHTED, fitted, new ArrayList<>()), split);
        fitted.clear();
        Model again = chosen.frozen().fit(split.fit(), TrainingRun.withSeed(1));
        assertThat(fitted).hasSize(2);
        assertThat(fitted.get(0)).isEqualTo(split.fit().interactions());
        assertThat(fitted.get(1))
                .isBetween(split.fit().interactions() / 2, split.fit().interactions() * 2 / 3);
        assertThat(Shops.scores(again, 3, 25, 4)).containsExactly(Shops.scores(chosen.model(), 3, 25, 4));
        Model read = chosen.frozen().load(again.state(), split.fit().catalog());
        assertThat(Shops.scores(read, 3, 25, 4)).containsExactly(Shops.scores(again, 3, 25, 4));
    }

    /** What fits the targets it was chosen on closely must not be judged by them. */
    @Test
    void targetsThatJudge_didNotChoose() {
        Split split = split();
        List<Integer> choosing = new ArrayList<>();
        chosen(new Watched(SHORT_SIGHTED, new ArrayList<>(), choosing), split);
        int all = split.validation().size();
        assertThat(choosing).hasSize(3); // the whole, A, B
        assertThat(choosing.get(0)).isBetween(all / 2, all * 4 / 5);
        assertThat(choosing.get(1) + choosing.get(2)).isEqualTo(choosing.get(0));
    }

    @Test
    void departmentsThatGainNothingAlone_stayTogether() {
        Split split = split();
        Trainer.Chosen chosen = chosen(new Popular(), split);
        assertThat(chosen.frozen().fitted().recipes()).isEmpty();
        List<Integer> fitted = new ArrayList<>();
        Guarded frozen = Guarded.of(new Watched(new Popular(), fitted, new ArrayList<>()));
        Model model = frozen.fit(split.fit(), TrainingRun.withSeed(1));
        assertThat(fitted).hasSize(1);
        Model read = frozen.load(model.state(), split.fit().catalog());
        assertThat(Shops.scores(read, 1, 2)).containsExactly(Shops.scores(chosen.model(), 1, 2));
    }

    @Test
    void departmentsWithFewTargets_stayTogether_andAllTargetsChoose() {
        Split split = split();
        List<Integer> choosing = new ArrayList<>();
        Guarded open = new Guarded(new Watched(SHORT_SIGHTED, new ArrayList<>(), choosing), 500, 0.33);
        List<String> notes = new ArrayList<>();
        TrainingRun run = new TrainingRun(1, noting(notes), Optional.empty());
        Trainer.Chosen chosen = open.choose(split.fit(), split.validation(), run);
        assertThat(chosen.frozen().fitted().recipes()).isEmpty();
        assertThat(choosing).containsExactly(split.validation().size());
        assertThat(notes).containsExactly("A; B: together, fewer than 500 validation targets in each");
        assertThat(findings(chosen)).isEqualTo(notes);
    }

    @Test
    void shopOfOneDepartment_orOfNone_hasNothingToGuard() {
        Split one = new LeaveOneOut().of(conflicting(100, "A>x", "A>y"));
        assertThat(findings(chosen(SHORT_SIGHTED, one)))
                .containsExactly("nothing to guard: the shop has one department");
        DatasetBuilder builder =
                new DatasetBuilder(new Catalog(List.of(Item.of("a", ""), Item.of("b", ""), Item.of("c", ""))));
        builder.startUser();
        for (int item = 0; item < 3; item++) {
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        assertThat(findings(chosen(SHORT_SIGHTED, new LeaveOneOut().of(builder.build()))))
                .containsExactly("nothing to guard: the shop has no department");
    }

    /** A recipe that learns from validation targets finds none in one department. */
    @Test
    void departmentThatCannotBeTrainedAlone_staysTogether_andIsNamed() {
        Split split = split();
        Trainer needy = new Watched(SHORT_SIGHTED, new ArrayList<>(), new ArrayList<>()) {
            @Override
            public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
                if (data.interactions() < split.fit().interactions()) {
                    throw new RecsException(RecsException.Code.DATA_INSUFFICIENT, "there is too little");
                }
                return super.choose(data, validation, run);
            }
        };
        assertThat(findings(chosen(needy, split)))
                .containsExactly(
                        "A: together, since alone there is too little", "B: together, since alone there is too little");
    }

    @Test
    void guardedModelOfCategories_tellsOfThem() {
        Split split = split();
        Fitted ofCategories = Fitted.NONE
                .with("temperature", List.of(1.0))
                .with("weights", Collections.nCopies(16, 0.3))
                .with("pull", List.of(0.5, 1.0));
        Model model = Guarded.of(new CrossCategory(new Popular(), 0, 0.01, 0.33))
                .fit(split.fit(), alone("A", new Popular()).withPart("of", ofCategories), TrainingRun.withSeed(1));
        assertThat(model.as(CategoryModel.class)).hasValueSatisfying(categories -> {
            float[] told = new float[2];
            categories.categories(Query.of(History.ofItems(1, 22), History.NO_TIME), told);
            assertThat(told[0] + told[1]).isBetween(0.999f, 1.001f);
        });
    }

    @Test
    void wrongSettings_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Guarded(new Popular(), 1, 0.33))
                .withMessageContaining("minimum is 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Guarded(new Popular(), 50, 1))
                .withMessageContaining("judging is 1.0");
        Frozen unknown = new Frozen(Guarded.of(new Popular()), alone("Z", new Popular()));
        assertThatThrownBy(() -> unknown.fit(split().fit(), TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("department Z")
                .hasMessageContaining("[A, B]");
    }

    private static Progress noting(List<String> notes) {
        return (name, total, unit) -> new Progress.Task() {
            @Override
            public void reached(long done) {}

            @Override
            public void note(String text) {
                notes.add(text);
            }

            @Override
            public void close() {}
        };
    }

    /** Another recipe that writes down how many interactions it is fitted on, and how many targets it is chosen on. */
    private static class Watched implements Trainer {
        private final Trainer of;
        private final List<Integer> fitted;
        private final List<Integer> choosing;

        Watched(Trainer of, List<Integer> fitted, List<Integer> choosing) {
            this.of = of;
            this.fitted = fitted;
            this.choosing = choosing;
        }

        @Override
        public String name() {
            return of.name();
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            fitted.add(data.interactions());
            return of.fit(data, run);
        }

        @Override
        public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
            choosing.add(validation.size());
            return new Chosen(of.fit(data, run), this);
        }

        @Override
        public Model load(State state, Catalog catalog) {
            return of.load(state, catalog);
        }
    }
}
