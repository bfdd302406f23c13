package org.example;

import java.util.List;
import org.crossaisle.io.recipe.Recipe;
import org.crossaisle.io.recipe.RecipeProvider;

// tag::provider
public final class ExampleRecipes implements RecipeProvider {
    @Override
    public List<Recipe> recipes() {
        return List.of(new Recipe("repurchase", new Repurchase(1), "what the customer bought before", "nothing"));
    }
}
// end::provider
