package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.model.department.Guarded;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose categories were renamed, merged, split or deleted since the training is served on, and it is said. */
class ChangedCategoriesTest {
    private static final int ITEMS = 120;
    private static final List<String> CATEGORIES = List.of("A>a", "A>b", "B>c", "B>d"); // 30 items each

    @TempDir
    Path directory;

    private static String before(int item) {
        return CATEGORIES.get(item / 30);
    }

    private static Catalog catalog(IntFunction<String> category) {
        return new Catalog(IntStream.range(0, ITEMS)
                .mapToObj(item -> category.apply(item).isEmpty()
                        ? Item.of("i" + item, "")
                        : Item.of("i" + item, "", category.apply(item)))
                .toList());
    }

    private static Dataset shop() {
        Random random = new Random(1);
        DatasetBuilder builder = new DatasetBuilder(catalog(ChangedCategoriesTest::before));
        for (int user = 0; user < 200; user++) {
            builder.startUser();
            int category = random.nextInt(4);
            for (int at = 0; at < 7; at++) {
                category = random.nextInt(3) == 0 ? (category + 1) % 4 : category;
                builder.add(category * 30 + random.nextInt(30), at * 86_400L, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    /** What may become of the tree, and what is said of it. */
    private static Map<String, IntFunction<String>> changes() {
        Map<String, IntFunction<String>> changes = new LinkedHashMap<>();
        changes.put("B>c is now B>C", item -> item / 30 == 2 ? "B>C" : before(item));
        changes.put("A is now Z", item -> before(item).replace('A', 'Z'));
        changes.put("A>b was merged into A>a", item -> item / 30 == 1 ? "A>a" : before(item));
        changes.put(
                "B>d was split into B>e (20 items) and B>f (10 items); 10 items moved to other categories",
                item -> item / 30 < 3 ? before(item) : item < 110 ? "B>e" : "B>f");
        changes.put("A>b is gone", item -> item / 30 == 1 ? "" : before(item));
        changes.put(
                "1 item moved to other categories",
                item -> item == 0 ? "B>d" : before(item)); // and all numbers with it
        return changes;
    }

    private static List<Trainer> recipes() {
        Trainer deep = DeepSequence.of(
                8,
                10,
                ItemVectors.Settings.DEFAULTS,
                TransformerEncoder.Settings.DEFAULTS,
                Schedule.DEFAULTS.withEpochs(1));
        return List.of(
                deep,
                new CrossCategory(new Transitions(), 1, 0.01, 0),
                Recipes.of("itemknn-attributes"),
                Guarded.of(new Transitions()));
    }

    private record Trained(Trainer.Chosen chosen, Path directory) {}

    private Trained trained(Trainer recipe) {
        Split split = new LeaveOneOut().of(shop());
        TrainingRun run = TrainingRun.withSeed(1);
        Frozen withoutA =
                new Frozen(recipe, Fitted.NONE.withRecipe("A", Frozen.of(Recipes.of("popular-across-departments"))));
        Trainer.Chosen chosen = recipe instanceof Guarded
                ? new Trainer.Chosen(withoutA.fit(split.fit(), run), withoutA)
                : recipe.choose(split.fit(), split.validation(), run);
        Path place = directory.resolve(recipe.name());
        ModelDirectory.write(
                place,
                chosen.frozen(),
                chosen.model(),
                split.fit().catalog(),
                Map.of(),
                new ModelShop(directory, "shop", Map.of()),
                1,
                Instant.EPOCH);
        return new Trained(chosen, place);
    }

    private static Query query(int... items) {
        return Query.of(History.ofItems(items), History.NO_TIME);
    }

    private static float[] scores(Model model, int... items) {
        float[] scores = new float[model.items()];
        model.score(query(items), scores);
        return scores;
    }

    @Test
    void everyChange_isSaid_andScoresStayAsTheyWereLearnt() {
        int compared = 0;
        for (Trainer recipe : recipes()) {
            Trained trained = trained(recipe);
            for (Map.Entry<String, IntFunction<String>> change : changes().entrySet()) {
                ModelDirectory back = ModelDirectory.load(trained.directory, catalog(change.getValue()));
                assertThat(back.notice().orElse("")).contains("since the model was trained: " + change.getKey() + ".");
                for (int user = 0; user < 20; user++) {
                    int[] history = {user, 119 - 5 * user, 31 + user};
                    assertThat(scores(back.model(), history))
                            .as("%s, %s", recipe.name(), change.getKey())
                            .containsExactly(scores(trained.chosen.model(), history));
                    compared++;
                }
            }
            assertThat(ModelDirectory.load(trained.directory, catalog(ChangedCategoriesTest::before))
                            .notice())
                    .isEmpty();
        }
        assertThat(compared).isEqualTo(4 * 6 * 20);
    }

    private static Map<String, Float> predicted(Model model) {
        Map<String, Float> predicted = new LinkedHashMap<>();
        model.as(CategoryModel.class).ifPresent(categories -> {
            int[] numbers = categories.categories();
            float[] told = new float[numbers.length];
            categories.categories(query(5, 65, 100), told);
            for (int at = 0; at < told.length; at++) {
                predicted.put(categories.level().path(numbers[at]).toString(), told[at]);
            }
        });
        return predicted;
    }

    private static float of(Map<String, Float> predicted, String category) {
        return predicted.getOrDefault(category, Float.NaN);
    }

    @Test
    void whatIsForeseenOfCategories_isToldOfThoseOfNow() {
        Trained trained = trained(recipes().get(1));
        Map<String, Float> then = predicted(trained.chosen.model());
        assertThat(then).containsOnlyKeys("A>a", "A>b", "B>c", "B>d");
        List<Map<String, Float>> now = new ArrayList<>();
        changes()
                .values()
                .forEach(change -> now.add(predicted(
                        ModelDirectory.load(trained.directory, catalog(change)).model())));
        assertThat(now.get(0)).containsOnlyKeys("A>a", "A>b", "B>C", "B>d").containsEntry("B>C", then.get("B>c"));
        assertThat(now.get(1)).containsOnlyKeys("Z>a", "Z>b", "B>c", "B>d").containsEntry("Z>b", then.get("A>b"));
        assertThat(now.get(2).get("A>a")).isCloseTo(of(then, "A>a") + of(then, "A>b"), within(1e-5f));
        // B>e has 20 items and stands for itself; B>f has 10 and counts as B.
        assertThat(now.get(3)).containsOnlyKeys("A>a", "A>b", "B>c", "B>e").containsEntry("B>e", then.get("B>d"));
        assertThat(now.get(4)).containsOnlyKeys("A>a", "B>c", "B>d");
        assertThat(now.get(4).get("A>a")).isCloseTo(of(then, "A>a") / (1 - of(then, "A>b")), within(1e-5f));
        assertThat(now.get(5)).isEqualTo(then);
    }
}
