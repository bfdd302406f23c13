package org.crossaisle.io.recipe;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryChanges;
import org.crossaisle.io.artifact.Artifact;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.model.Model;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.category.CurrentCategories;
import org.crossaisle.provenance.BuildVersion;
import org.crossaisle.provenance.Provenance;

/**
 * A trained model with what it came from, in a directory.
 *
 * @param trainer the recipe, with nothing open
 * @param model ready to answer
 * @param metrics what it reached on validation, nested
 * @param provenance how it was made
 * @param changes what became of the categories since
 */
public record ModelDirectory(
        Trainer trainer, Model model, Map<String, Object> metrics, Provenance provenance, CategoryChanges changes) {

    public ModelDirectory {
        metrics = Map.copyOf(metrics);
    }

    /**
     * Writes a model so that {@link #load} gives one that answers alike.
     *
     * @param trainer the frozen recipe that fitted the model
     * @param metrics what it reached on validation
     * @param shop the shop it was fitted on
     * @param now the time, for the provenance
     */
    public static void write(
            Path directory,
            Trainer trainer,
            Model model,
            Catalog catalog,
            Map<String, Object> metrics,
            ModelShop shop,
            long seed,
            Instant now) {
        Map<String, Object> settings = Recipes.describe(trainer);
        Map<String, String> flat = new LinkedHashMap<>(RecordBinder.flatten(settings));
        flat.put("seed", String.valueOf(seed));
        flat.putAll(shop.written(directory));
        Artifact.write(
                directory,
                settings,
                model.state(),
                catalog,
                metrics,
                Provenance.of(trainer.name(), BuildVersion.text(), now, flat, shop.inputs()));
    }

    /** What to tell who uses the model: that the categories changed since, and how; empty when they did not. */
    public Optional<String> notice() {
        return changes.sentences().isEmpty()
                ? Optional.empty()
                : Optional.of("the categories changed since the model was trained: " + changes
                        + ". It goes on with those of its training; train it again to have it learn these");
    }

    /**
     * Checks that a model can be written into a directory, before it is trained.
     *
     * @throws org.crossaisle.RecsException STORAGE_FAILED when the directory holds something else, or cannot be written
     *     to
     */
    public static void requireWritable(Path directory) {
        Artifact.requireWritable(directory);
    }

    /**
     * Reads a model back. Where categories were renamed, merged, split or deleted since the training, or items moved,
     * the model goes on with those of its training, in which it sees each item where it was then; what it foresees of
     * categories it tells of those of now.
     *
     * @throws org.crossaisle.RecsException when there is none, or it was trained on another catalog
     */
    public static ModelDirectory load(Path directory, Catalog catalog) {
        Artifact artifact = Artifact.read(directory);
        artifact.requireFits(catalog);
        Trainer trainer = Recipes.fromSettings(
                artifact.settings(), directory.resolve("settings.json").toString());
        Catalog before = artifact.inCategoriesOfTraining(catalog);
        CategoryChanges changes = CategoryChanges.between(before, catalog);
        Model model = trainer.load(artifact.state(), before);
        return new ModelDirectory(
                trainer,
                before == catalog ? model : CurrentCategories.of(model, changes, catalog),
                artifact.metrics(),
                artifact.provenance(),
                changes);
    }
}
