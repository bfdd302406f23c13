package org.crossaisle.model;

import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;

/**
 * A recipe with nothing left to choose: its settings, and what it learnt on validation. It can be fitted on other data
 * and with other seeds.
 *
 * @param recipe with its settings; open ones, such as the number of epochs, are settled
 * @param fitted what the recipe learnt on validation
 */
@PublicApi
public record Frozen(Trainer recipe, Fitted fitted) {
    /** A recipe that learnt nothing on validation. */
    public static Frozen of(Trainer recipe) {
        return new Frozen(recipe, Fitted.NONE);
    }

    /** The recipe's name. */
    public String name() {
        return recipe.name();
    }

    /** Fits the recipe. */
    public Model fit(Dataset data, TrainingRun run) {
        return recipe.fit(data, fitted, run);
    }

    /** Restores a model that was fitted by this recipe. */
    public Model load(State state, Catalog catalog) {
        return recipe.load(state, fitted, catalog);
    }
}
