package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.model.department.Guarded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model is only as good as what comes back from the disk: every recipe goes there and back. */
class ModelDirectoryTest {
    @TempDir
    Path directory;

    static List<String> recipes() {
        return Recipes.names();
    }

    private static Dataset shop() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 40; item++) {
            items.add(Item.of("i" + item, "Item " + item, "A" + item % 3 + ">B" + item % 6));
        }
        Random random = new Random(1);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 80; user++) {
            builder.startUser();
            for (int at = 0; at < 6; at++) {
                builder.add(random.nextInt(40), at * 86_400L, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyRecipe_comesBackWithItsSettingsAndScores(String name) throws IOException {
        Dataset data = shop();
        Split split = new LeaveOneOut().of(data);
        Trainer open = Recipes.of(name);
        Trainer trainer = name.equals("transformer") ? Recipes.with(open, Map.of("epochs", "2")) : open;
        Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        Path place = directory.resolve(name);
        ModelDirectory.write(
                place,
                chosen.frozen(),
                chosen.model(),
                data.catalog(),
                Map.of(),
                new ModelShop(directory, "shop", Map.of()),
                1,
                Instant.EPOCH);
        ModelDirectory back = ModelDirectory.load(place, data.catalog());
        assertThat(back.frozen()).isEqualTo(chosen.frozen());
        for (int user = 0; user < 20; user++) {
            Query query = Query.of(data.history(user), History.NO_TIME);
            assertThat(scores(back.model(), query)).containsExactly(scores(chosen.model(), query));
        }
        assertThat(ModelShop.ofModel(place).directory()).isEqualTo(directory.toRealPath());
    }

    @Test
    void departmentWithAModelOfItsOwn_comesBack() {
        Dataset data = shop();
        Frozen guarded = new Frozen(
                Guarded.of(new Transitions()),
                Fitted.NONE
                        .withRecipe("A1", Frozen.of(Recipes.of("ease")))
                        .withTexts("findings", List.of("A1: it was so")));
        Model model = guarded.fit(data, TrainingRun.withSeed(1));
        Path place = directory.resolve("guarded");
        ModelDirectory.write(
                place,
                guarded,
                model,
                data.catalog(),
                Map.of(),
                new ModelShop(directory, "shop", Map.of()),
                1,
                Instant.EPOCH);
        ModelDirectory back = ModelDirectory.load(place, data.catalog());
        assertThat(back.frozen()).isEqualTo(guarded);
        Query query = Query.of(data.history(3), History.NO_TIME);
        assertThat(scores(back.model(), query)).containsExactly(scores(model, query));
    }

    private static float[] scores(Model model, Query query) {
        float[] scores = new float[model.items()];
        model.score(query, scores);
        return scores;
    }
}
