package org.crossaisle.io.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/** A program of its own: trains, saves and loads counting recipes, then asks for a deep one. */
final class TrainedWithoutNeural {
    private TrainedWithoutNeural() {}

    public static void main(String[] arguments) {
        Dataset data = TwentyItems.shop();
        Split split = new LeaveOneOut().of(data);
        for (String name : List.of("popular", "itemknn", "transitions")) {
            Trainer.Chosen chosen = Recipes.of(name).choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
            Path place = Path.of(arguments[0], name);
            ModelDirectory.write(
                    place,
                    chosen.frozen(),
                    chosen.model(),
                    data.catalog(),
                    Map.of(),
                    new ModelShop(place, "", Map.of()),
                    1,
                    Instant.EPOCH);
            ModelDirectory back = ModelDirectory.load(place, data.catalog());
            assertThat(back.frozen()).isEqualTo(chosen.frozen());
            assertThat(TwentyItems.scores(back.model())).containsExactly(TwentyItems.scores(chosen.model()));
            System.out.println(name + " came back");
        }
        if (arguments.length > 1) {
            Recipes.of(arguments[1]);
        }
    }
}
