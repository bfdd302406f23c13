package org.crossaisle.io.recipe;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryChanges;
import org.crossaisle.io.artifact.Artifact;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.category.CurrentCategories;
import org.crossaisle.provenance.BuildVersion;
import org.crossaisle.provenance.Provenance;

/**
 * A trained model in a directory, with its recipe, metrics and provenance.
 *
 * @param frozen the recipe, with all choices resolved, and what it learnt on validation
 * @param model ready to answer
 * @param metrics metrics measured on validation, nested
 * @param provenance how it was made
 * @param changes changes to the categories since training
 */
@PublicApi
public record ModelDirectory(
        Frozen frozen, Model model, Map<String, Object> metrics, Provenance provenance, CategoryChanges changes) {

    public ModelDirectory {
        metrics = Map.copyOf(metrics);
    }

    /**
     * Writes a model so that {@link #load} restores one with the same answers.
     *
     * @param frozen the recipe that fitted the model
     * @param metrics metrics measured on validation
     * @param shop the shop it was fitted on
     * @param now the time, for the provenance
     */
    public static void write(
            Path directory,
            Frozen frozen,
            Model model,
            Catalog catalog,
            Map<String, Object> metrics,
            ModelShop shop,
            long seed,
            Instant now) {
        Map<String, String> flat = new LinkedHashMap<>(RecordBinder.flatten(Recipes.describe(frozen.recipe())));
        flat.put("seed", String.valueOf(seed));
        flat.putAll(shop.written(directory));
        Artifact.write(
                directory,
                Recipes.describe(frozen),
                model.state(),
                catalog,
                metrics,
                Provenance.of(frozen.name(), BuildVersion.text(), now, flat, shop.inputs()));
    }

    /** A notice for users of the model that the categories changed since training, and how; empty when they did not. */
    public Optional<String> notice() {
        return changes.sentences().isEmpty()
                ? Optional.empty()
                : Optional.of("the categories changed since the model was trained: " + changes
                        + ". It still uses the categories it was trained with; train it again to use the new ones");
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
     * Reads a model back. If categories were renamed, merged, split or deleted since training, or items moved, the
     * model keeps using the categories of its training, with each item where it was then. Its category predictions are
     * translated to the current categories.
     *
     * @throws org.crossaisle.RecsException when there is none, or it was trained on another catalog
     */
    public static ModelDirectory load(Path directory, Catalog catalog) {
        Artifact artifact = Artifact.read(directory);
        artifact.requireFits(catalog);
        Frozen frozen = Recipes.frozen(
                artifact.settings(), directory.resolve("settings.json").toString());
        Catalog before = artifact.inCategoriesOfTraining(catalog);
        CategoryChanges changes = CategoryChanges.between(before, catalog);
        Model model = frozen.load(artifact.state(), before);
        return new ModelDirectory(
                frozen,
                before == catalog ? model : CurrentCategories.of(model, changes, catalog),
                artifact.metrics(),
                artifact.provenance(),
                changes);
    }
}
