package org.crossaisle.io.recipe;

import java.util.List;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.count.AttributeKnn;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.model.factor.MatrixFactorisation;
import org.crossaisle.model.linear.Ease;

/** The recipes of core, which are always available. */
final class CountingRecipes implements RecipeProvider {
    @Override
    public List<Recipe> recipes() {
        return List.of(
                new Recipe("popular", new Popular(), "popular items", "nothing"),
                new Recipe("popular-30-days", new Popular(30, false), "popular items of the last 30 days", "times"),
                new Recipe(
                        "popular-across-departments",
                        new Popular(0, true),
                        "the most popular items of each department in turn",
                        "departments"),
                new Recipe("itemknn", new ItemKnn(), "items bought by the same customers", "nothing"),
                new Recipe(
                        "itemknn-attributes",
                        new AttributeKnn(),
                        "the same, with stronger links inside a category, brand or price",
                        "categories, brands"),
                new Recipe(
                        "transitions",
                        new Transitions(),
                        "items that follow within a few events",
                        "an order of events"),
                new Recipe(
                        "ease",
                        new Ease(),
                        "a linear model of each item from all others",
                        "at most 20,000 known items"),
                new Recipe(
                        "mf",
                        new MatrixFactorisation(),
                        "users and items as vectors (matrix factorisation)",
                        "nothing"),
                new Recipe("blend", new Blend(), "the counting recipes, combined with learnt weights", "nothing"),
                new Recipe(
                        "lambdamart",
                        new LambdaMart(),
                        "the best items of the blend, reranked by boosted trees",
                        "nothing"));
    }
}
