package org.crossaisle.io.recipe;

import org.crossaisle.PublicApi;
import org.crossaisle.model.Trainer;

/**
 * A recipe with its name and a short description.
 *
 * @param name as in {@code --recipe}: lower case with hyphens
 * @param defaults its default settings; a public record
 * @param learns what it learns from the data, in a few words
 * @param needs what the shop must have, in addition to events, for the recipe to be useful
 */
@PublicApi
public record Recipe(String name, Trainer defaults, String learns, String needs) {
    public Recipe {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("the name of a recipe is \"" + name
                    + "\"; it must be lower-case letters, digits and single hyphens");
        }
        if (!(defaults instanceof Record)) {
            throw new IllegalArgumentException(
                    "the recipe " + name + " is a " + defaults.getClass().getName()
                            + "; it must be a public record, whose components are its settings");
        }
    }
}
