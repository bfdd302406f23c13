package org.crossaisle.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Split;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Model;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.recipe.ModelDirectory;

/** Trains the model a shop serves: what is open is chosen on a split, then everything is fitted on all data. */
final class Training {
    private Training() {}

    /**
     * Trains and writes a model.
     *
     * @param directory where the model and, while it is trained, its checkpoints lie
     */
    static ModelDirectory run(
            Shop shop, Path shopDirectory, Trainer trainer, Split split, long seed, Path directory, Progress progress) {
        Dataset data = shop.dataset();
        Path checkpoints = directory.toAbsolutePath().normalize().resolveSibling(directory.getFileName() + ".training");
        TrainingRun run = new TrainingRun(seed, progress, Optional.of(checkpoints));
        Trainer frozen = trainer.choose(split.fit(), split.validation(), run.part("choose"))
                .frozen();
        Model model = frozen.fit(data, run.part("fit"));
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("chosenOn", split.name());
        metrics.put("validationTargets", split.validation().size());
        ModelDirectory.write(
                directory,
                frozen,
                model,
                data.catalog(),
                metrics,
                shopDirectory,
                shop.provenance().inputs(),
                seed,
                Instant.now());
        return ModelDirectory.load(directory, data.catalog());
    }
}
