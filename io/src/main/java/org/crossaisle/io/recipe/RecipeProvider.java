package org.crossaisle.io.recipe;

import java.util.List;
import java.util.Map;
import org.crossaisle.PublicApi;
import org.crossaisle.io.settings.SettingChoice;

/**
 * Provides the recipes that a jar adds. Providers are found by {@link java.util.ServiceLoader}: the jar names its
 * provider, a public class with a public constructor without parameters, in
 * {@code META-INF/services/org.crossaisle.io.recipe.RecipeProvider}.
 */
@PublicApi
public interface RecipeProvider {
    /** The recipes, in the order in which they are listed. */
    List<Recipe> recipes();

    /**
     * The choices for settings whose type is one of several records, by that type. Trainers within a recipe need none.
     */
    default Map<Class<?>, SettingChoice> choices() {
        return Map.of();
    }
}
