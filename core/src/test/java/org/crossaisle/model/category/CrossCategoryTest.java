package org.crossaisle.model.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.count.Popular;
import org.junit.jupiter.api.Test;

class CrossCategoryTest extends ModelContract {
    private static final int DEPARTMENTS = 4;
    private static final int ITEMS_OF_EACH = 30;

    @Override
    protected Trainer trainer() {
        return new CrossCategory(new Popular(), 1, 0.01, 0.33);
    }

    @Override
    protected Fitted fitted() {
        return weighted(17);
    }

    private static Fitted weighted(int weights) {
        return Fitted.NONE
                .with("temperature", List.of(1.0))
                .with("weights", Collections.nCopies(weights, 0.3))
                .with("pull", List.of(0.5, 1.0));
    }

    private static List<Double> pull(Trainer.Chosen chosen) {
        return chosen.frozen().fitted().numbers("pull").orElseThrow();
    }

    /**
     * Departments a to d in a ring: a user stays in one for three events and goes on to the next, with any item of it.
     */
    private static Dataset ring(int users) {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < DEPARTMENTS * ITEMS_OF_EACH; item++) {
            items.add(Item.of("i" + item, "i" + item, String.valueOf((char) ('a' + item / ITEMS_OF_EACH))));
        }
        Random random = new Random(7);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < users; user++) {
            builder.startUser();
            int begin = random.nextInt(DEPARTMENTS);
            int length = 4 + random.nextInt(6);
            List<Integer> order = new ArrayList<>();
            for (int department = 0; department < DEPARTMENTS; department++) {
                List<Integer> own = new ArrayList<>(
                        IntStream.range(0, ITEMS_OF_EACH).boxed().toList());
                Collections.shuffle(own, random);
                int base = (begin + department) % DEPARTMENTS * ITEMS_OF_EACH;
                own.subList(0, 3).forEach(item -> order.add(base + item));
            }
            order.subList(0, length).forEach(item -> builder.add(item, History.NO_TIME, Action.PURCHASE));
        }
        return builder.build();
    }

    private static Trainer.Chosen chosen(Split split) {
        return CrossCategory.of(new Popular()).choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
    }

    @Test
    void wayFromDepartmentToDepartment_isForeseen() {
        Split split = new LeaveOneOut().of(ring(2_000));
        CategoryModel model = (CategoryModel) chosen(split).model();
        int opened = 0;
        int predicted = 0;
        double expected = 0;
        for (Target target : split.test()) {
            float[] probabilities = new float[model.categories().length];
            model.categories(Query.of(target.history(), History.NO_TIME), probabilities);
            int best = 0;
            double propensity = 0;
            for (int category = 0; category < probabilities.length; category++) {
                best = probabilities[category] > probabilities[best] ? category : best;
                boolean isNew = !target.history().categories(model.level()).get(model.categories()[category]);
                propensity += isNew ? probabilities[category] : 0;
            }
            boolean opens = model.level().isNew(target.item(), target.history().categories(model.level()));
            opened += opens ? 1 : 0;
            expected += propensity;
            predicted += opens && model.categories()[best] == model.level().of(target.item())[0] ? 1 : 0;
        }
        assertThat(opened).isGreaterThan(300);
        // The mean propensity is calibrated on validation, one event earlier: 1 in 3 here and there.
        assertThat(expected / split.test().size())
                .isCloseTo((double) opened / split.test().size(), within(0.08));
        // Where a department is left, the next one is known; whether it is left is known by its third item.
        assertThat((double) predicted / opened).isGreaterThan(0.6);
    }

    /**
     * Four departments of six aisles: a customer stays in a department for life, but for one event in ten, and in no
     * aisle.
     */
    private static Dataset aisles(int users) {
        int aislesOfEach = 6;
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < DEPARTMENTS * aislesOfEach * ITEMS_OF_EACH; item++) {
            int aisle = item / ITEMS_OF_EACH;
            items.add(Item.of("i" + item, "i" + item, (char) ('a' + aisle / aislesOfEach) + ">" + aisle));
        }
        Random random = new Random(3);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < users; user++) {
            builder.startUser();
            int home = random.nextInt(DEPARTMENTS);
            int length = 4 + random.nextInt(8);
            for (int event = 0; event < length; event++) {
                int department = random.nextInt(10) == 0 ? random.nextInt(DEPARTMENTS) : home;
                int own = random.nextInt(aislesOfEach * ITEMS_OF_EACH);
                builder.add(department * aislesOfEach * ITEMS_OF_EACH + own, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @Test
    void probabilityOfNewDepartment_isCalibrated_whereAislesAreForeseen() {
        Split split = new LeaveOneOut().of(aisles(3_000));
        CategoryModel model = (CategoryModel) chosen(split).model();
        CategoryTree tree = split.fit().catalog().categories();
        CategoryLevel departments =
                new CategoryLevel(split.fit().catalog(), 0, split.fit().knownItems(), 1);
        assertThat(model.level().level()).isEqualTo(1);
        double expected = 0;
        int opened = 0;
        for (Target target : split.validation()) {
            float[] probabilities = new float[model.categories().length];
            model.categories(Query.of(target.history(), History.NO_TIME), probabilities);
            BitSet seen = target.history().categories(departments);
            for (int category = 0; category < probabilities.length; category++) {
                expected += seen.get(tree.upTo(model.categories()[category], 0)) ? 0 : probabilities[category];
            }
            opened += departments.isNew(target.item(), seen) ? 1 : 0;
        }
        assertThat(opened).isBetween(100, 300);
        assertThat(expected / opened).isCloseTo(1, within(0.03)); // on what it was learnt from; 0.03 for the ridge
    }

    @Test
    void itemsOfTheNextDepartment_rankHigherThanByTheRecipeAlone() {
        Split split = new LeaveOneOut().of(ring(2_000));
        Trainer.Chosen chosen = chosen(split);
        Model alone = new Popular().fit(split.fit(), TrainingRun.withSeed(1));
        assertThat(meanRank(chosen.model(), split.test())).isLessThan(meanRank(alone, split.test()) * 0.6);
        assertThat(pull(chosen)).anyMatch(pull -> pull > 0);
        Model again = chosen.frozen().fit(split.fit(), TrainingRun.withSeed(1));
        assertThat(Shops.scores(again, 1, 2)).containsExactly(Shops.scores(chosen.model(), 1, 2), within(1e-4f));
    }

    @Test
    void whatMayBeChance_isNotTaken() {
        int moved = 0;
        for (int seed = 1; seed <= 10; seed++) {
            Split split = new LeaveOneOut().of(Shops.random(seed, 60, 40)); // departments mean nothing there
            moved += pull(chosen(split)).get(1) > 0 ? 1 : 0;
        }
        assertThat(moved).isLessThanOrEqualTo(5);
    }

    private static double meanRank(Model model, List<Target> targets) {
        double sum = 0;
        for (Target target : targets) {
            float[] scores = Shops.scores(model, Query.of(target.history(), History.NO_TIME));
            for (int item = 0; item < scores.length; item++) {
                sum += scores[item] >= scores[target.item()]
                                && !target.history().contains(item)
                        ? 1
                        : 0;
            }
        }
        return sum / targets.size();
    }

    /** Knows by heart what follows the validation histories it was chosen with; else it is of what is popular. */
    private record Parrot(boolean learnt) implements Trainer {
        @Override
        public String name() {
            return "parrot";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            return new Recitation(new Popular().fit(data, run), Map.of());
        }

        @Override
        public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
            Map<List<Integer>, Integer> heard = new HashMap<>();
            validation.forEach(target -> heard.put(items(target.history()), target.item()));
            return new Chosen(new Recitation(new Popular().fit(data, run), heard), new Parrot(true));
        }

        @Override
        public Model load(State state, Catalog catalog) {
            throw new UnsupportedOperationException();
        }
    }

    private record Recitation(Model popular, Map<List<Integer>, Integer> heard) implements Model {
        @Override
        public int items() {
            return popular.items();
        }

        @Override
        public void score(Query query, float[] scores) {
            popular.score(query, scores);
            Optional.ofNullable(heard.get(CrossCategoryTest.items(query.history())))
                    .ifPresent(item -> scores[item] += 1e6f);
        }

        @Override
        public State state() {
            return new State();
        }
    }

    private static List<Integer> items(History history) {
        return IntStream.range(0, history.size()).mapToObj(history::item).toList();
    }

    @Test
    void recipeThatIsPerfectOnWhatItChoseBy_isJudgedByOtherTargets() {
        Split split = new LeaveOneOut().of(ring(2_000));
        Trainer.Chosen judged =
                CrossCategory.of(new Parrot(false)).choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        assertThat(pull(judged)).anyMatch(pull -> pull > 0);
        Trainer.Chosen unjudged = new CrossCategory(new Parrot(false), 2, 0.01, 0)
                .choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        assertThat(pull(unjudged)).containsExactly(0.0, 0.0);
    }

    @Test
    void singleTarget_isForBoth() {
        Split split = new LeaveOneOut().of(ring(10));
        for (Target target : split.validation()) {
            assertThat(new CrossCategory(new Blend(), 1, 0.01, 0.9)
                            .choose(split.fit(), List.of(target), TrainingRun.withSeed(1))
                            .frozen()
                            .recipe())
                    .isInstanceOf(CrossCategory.class);
        }
    }

    @Test
    void nothingToLearnFrom_isSaid() {
        assertThatThrownBy(() -> CrossCategory.of(new Popular()).choose(ring(10), List.of(), TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("validation");
        assertThatThrownBy(() -> CrossCategory.of(new Popular()).fit(ring(10), TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class);
    }

    @Test
    void weightsForOtherFeaturesThanTheCatalogHas_areRefused_andWhatToDoIsSaid() {
        Dataset data = ring(20); // its departments have nothing below them
        CrossCategory recipe = new CrossCategory(new Popular(), 1, 0.01, 0.33);
        assertThat(recipe.fit(data, weighted(16), TrainingRun.withSeed(1))).isInstanceOf(CategoryModel.class);
        for (int weights : new int[] {15, 17}) {
            assertThatThrownBy(() -> recipe.fit(data, weighted(weights), TrainingRun.withSeed(1)))
                    .isInstanceOf(RecsException.class)
                    .hasMessageStartingWith(
                            "cross-category: there are " + weights + " weights, must be 16 for this catalog")
                    .hasMessageEndingWith("trained again");
        }
    }

    @Test
    void shopOfOneCategory_orOfNone_isRankedAsByTheRecipeAlone() {
        for (String path : List.of("all", "")) {
            List<Item> items = IntStream.range(0, 30)
                    .mapToObj(item ->
                            path.isEmpty() ? Item.of("i" + item, "i" + item) : Item.of("i" + item, "i" + item, path))
                    .toList();
            DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
            Random random = new Random(1);
            for (int user = 0; user < 50; user++) {
                builder.startUser();
                for (int event = 0; event < 5; event++) {
                    builder.add(random.nextInt(30), History.NO_TIME, Action.PURCHASE);
                }
            }
            Split split = new LeaveOneOut().of(builder.build());
            Model alone = new Popular().fit(split.fit(), TrainingRun.withSeed(1));
            assertThat(Shops.scores(chosen(split).model(), 1, 2))
                    .containsExactly(Shops.scores(alone, 1, 2), within(1e-5f));
        }
    }
}
