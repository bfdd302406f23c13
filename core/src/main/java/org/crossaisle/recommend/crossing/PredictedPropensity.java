package org.crossaisle.recommend.crossing;

import java.util.BitSet;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;

/** The propensity predicted by a category model: the total probability of all new categories. Threads may share it. */
public record PredictedPropensity(CategoryModel model) implements Propensity {
    @Override
    public double of(Query query) {
        int[] categories = model.categories();
        float[] probabilities = new float[categories.length];
        model.categories(query, probabilities);
        BitSet seen = query.history().categories(model.level());
        double sum = 0;
        for (int at = 0; at < categories.length; at++) {
            sum += seen.get(categories[at]) ? 0 : probabilities[at];
        }
        return Math.min(1, sum);
    }
}
