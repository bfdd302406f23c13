package org.crossaisle.io.recipe;

import java.util.List;
import org.crossaisle.io.settings.RecordHelp;
import org.crossaisle.model.Trainer;

/** Help on the settings of a recipe, for the command line and the documentation. */
public final class RecipeSettings {
    private RecipeSettings() {}

    /** One line for each setting, in the order of writing. A nested recipe is one line with its name. */
    public static List<RecordHelp.Line> of(Trainer trainer) {
        return trainer instanceof Record record
                ? RecordHelp.of(record, Recipes.describe(trainer), "recipe")
                : List.of();
    }
}
