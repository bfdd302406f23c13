package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.recipe.Recipe;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuralRecipesTest {
    @Test
    void exactlyOurRecipes_areSaidToNeedThisModule() {
        List<String> ours =
                new NeuralRecipes().recipes().stream().map(Recipe::name).toList();
        assertThat(Recipes.names())
                .hasSizeGreaterThan(ours.size())
                .containsAll(ours)
                .allSatisfy(name ->
                        assertThat(Recipes.moduleOf(name).isPresent()).as(name).isEqualTo(ours.contains(name)));
    }

    @Test
    void trainingSavingAndLoadingPopular_doesNotLoadLibtorch(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path loaded = directory.resolve("loaded.txt");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counting.class.getName(),
                        directory.resolve("model").toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
        List<String> lines = Files.readAllLines(loaded);
        assertThat(lines.stream().filter(line -> line.contains(NeuralRecipes.class.getName())))
                .isNotEmpty();
        // All native libraries are loaded by this class.
        assertThat(lines.stream().filter(line -> line.contains("org.bytedeco.javacpp.Loader")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "din", "cross-category", "guarded"})
    void modelOfAnEarlierVersion_answersAsItDid(String name) throws IOException {
        Path directory = Path.of("src/test/resources/artifacts", name);
        Model model = ModelDirectory.load(directory, earlier()).model();
        float[] scores = new float[model.items()];
        model.score(Query.of(History.ofItems(0, 1, 2), History.NO_TIME), scores);
        List<String> expected = Files.readAllLines(directory.resolve("scores.txt"));
        assertThat(scores).hasSize(expected.size());
        for (int item = 0; item < scores.length; item++) {
            assertThat(scores[item]).as("item %d", item).isCloseTo(Float.parseFloat(expected.get(item)), within(1e-4f));
        }
    }

    /** The catalog of the shop those models were trained on. */
    private static Catalog earlier() {
        return new Catalog(IntStream.range(0, 20)
                .mapToObj(item -> Item.of("i" + item, "Item " + item, "A" + item % 2 + ">B" + item % 4))
                .toList());
    }

    /** A program of its own. */
    static final class Counting {
        private Counting() {}

        public static void main(String[] arguments) {
            Dataset data = Shops.random(1, 60, 40);
            Trainer popular = Recipes.of("popular");
            Path place = Path.of(arguments[0]);
            ModelDirectory.write(
                    place,
                    Frozen.of(popular),
                    popular.fit(data, TrainingRun.withSeed(1)),
                    data.catalog(),
                    Map.of(),
                    new ModelShop(place, "", Map.of()),
                    1,
                    Instant.EPOCH);
            ModelDirectory.load(place, data.catalog());
        }
    }
}
