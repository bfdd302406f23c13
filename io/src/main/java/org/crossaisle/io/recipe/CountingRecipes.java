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
                new Recipe("popular", new Popular(), "what many bought", "nothing"),
                new Recipe("popular-30-days", new Popular(30, false), "what many bought of late", "times"),
                new Recipe("popular-across-departments", new Popular(0, true), "each department's best", "departments"),
                new Recipe("itemknn", new ItemKnn(), "what the same customers bought", "nothing"),
                new Recipe(
                        "itemknn-attributes",
                        new AttributeKnn(),
                        "the same, trusted more where the catalog agrees",
                        "categories, brands"),
                new Recipe("transitions", new Transitions(), "what follows what", "an order of events"),
                new Recipe("ease", new Ease(), "each item from all others, linearly", "at most 20,000 known items"),
                new Recipe(
                        "mf",
                        new MatrixFactorisation(),
                        "users and items as vectors (matrix factorisation)",
                        "nothing"),
                new Recipe("blend", new Blend(), "the counting recipes, weighted on validation", "nothing"),
                new Recipe("lambdamart", new LambdaMart(), "the blend's best, ordered by boosted trees", "nothing"));
    }
}
