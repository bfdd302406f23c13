package org.crossaisle.io.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Extensions;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;
import org.crossaisle.io.settings.SettingsFile;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * The recipes by name: those of core, and those of every {@link RecipeProvider} that {@link Extensions} finds. Settings
 * are changed by a YAML file of the form
 *
 * <pre>
 * recipe: transformer
 * dimension: 128
 * users:
 *   encoder: bsarec
 *   blocks: 3
 * predictor:
 *   form: cosine
 * loss:
 *   kind: sampled-softmax
 *   negatives: 256
 * training:
 *   epochs: 40
 * </pre>
 */
@PublicApi
public final class Recipes {
    private static @Nullable RecipeTable table;

    private Recipes() {}

    /** Loads the table on first use, so that the caller gets the error of a provider that cannot be loaded. */
    private static synchronized RecipeTable table() {
        RecipeTable known = table;
        if (known == null) {
            known = RecipeTable.found();
            table = known;
        }
        return known;
    }

    /** Every recipe: those of core first, then those of each provider in its order. */
    public static List<Recipe> all() {
        return table().all();
    }

    /** Every name, in the order of {@link #all}. */
    public static List<String> names() {
        return table().names();
    }

    /** The Crossaisle module that a recipe needs in addition to this one; empty for those of core and of other jars. */
    public static Optional<String> moduleOf(String name) {
        return RecipeTable.moduleOf(name);
    }

    /**
     * A recipe by its name, or by a file that ends in {@code .yaml} or {@code .yml}.
     *
     * @throws RecsException when there is none; the message gives the nearest name, or the module that has the recipe
     */
    public static Trainer of(String nameOrFile) {
        if (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml")) {
            return table().read(SettingsFile.read(Path.of(nameOrFile)), nameOrFile);
        }
        return table().named(nameOrFile, "--recipe");
    }

    /**
     * The same recipe with some settings replaced, as from {@code --set epochs=5}.
     *
     * @param settings texts by the name of the setting
     */
    public static Trainer with(Trainer trainer, Map<String, String> settings) {
        return with(trainer, settings, "--set " + trainer.name());
    }

    /**
     * The same recipe with some settings replaced.
     *
     * @param where they come from, for messages
     */
    public static Trainer with(Trainer trainer, Map<String, String> settings, String where) {
        return table().with(trainer, settings, where);
    }

    /** The recipe's name and all settings, nested, as {@link #fromSettings} reads them. */
    public static Map<String, Object> describe(Trainer trainer) {
        return table().describe(trainer);
    }

    /** A recipe after its choice on validation, nested, as {@link #frozen} reads it. */
    public static Map<String, Object> describe(Frozen frozen) {
        return new FrozenDescription(table()).of(frozen);
    }

    /**
     * The recipe that {@link #describe(Frozen)} described, here or in an earlier version.
     *
     * @throws RecsException when it cannot be read
     */
    public static Frozen frozen(Map<String, Object> described, String where) {
        return new FrozenDescription(table()).read(described, where);
    }

    /** The recipe that {@link #describe(Trainer)} described. */
    public static Trainer fromSettings(Map<String, Object> settings, String where) {
        return table().read(settings, where);
    }
}
