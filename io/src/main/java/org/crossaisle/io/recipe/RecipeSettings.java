package org.crossaisle.io.recipe;

import java.util.List;
import org.crossaisle.io.settings.RecordHelp;
import org.crossaisle.model.Trainer;

/** What a recipe's settings are and do, for the command line and the documentation. */
public final class RecipeSettings {
    private RecipeSettings() {}

    /** A line for each setting, in the order they are written in. A recipe within the recipe is one line, its name. */
    public static List<RecordHelp.Line> of(Trainer trainer) {
        return trainer instanceof Record record
                ? RecordHelp.of(record, Recipes.describe(trainer), "recipe")
                : List.of();
    }
}
