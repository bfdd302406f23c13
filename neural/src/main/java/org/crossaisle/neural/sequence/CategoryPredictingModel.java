package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.ForwardingModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.category.CategoryNumbers;

/**
 * A trained network that was taught to predict the category of the next item beside the item itself.
 *
 * <p>Threads may share it.
 */
final class CategoryPredictingModel extends ForwardingModel implements CategoryModel {
    private static final int CHUNK = 512;

    private final EncodedModel encoded;
    private final CategoryNumbers categoryNumbers;

    CategoryPredictingModel(EncodedModel encoded, CategoryNumbers categoryNumbers) {
        super(encoded);
        this.encoded = encoded;
        this.categoryNumbers = categoryNumbers;
    }

    @Override
    public CategoryLevel level() {
        return categoryNumbers.level();
    }

    @Override
    public int[] categories() {
        return categoryNumbers.numbers();
    }

    @Override
    public void categories(Query query, float[] probabilities) {
        categories(List.of(query), new float[][] {probabilities});
    }

    @Override
    public void categories(List<Query> queries, float[][] probabilities) {
        for (int from = 0; from < queries.size(); from += CHUNK) {
            float[][] logProbabilities =
                    encoded.logCategories(queries.subList(from, Math.min(queries.size(), from + CHUNK)));
            for (int row = 0; row < logProbabilities.length; row++) {
                for (int category = 0; category < logProbabilities[row].length; category++) {
                    probabilities[from + row][category] = (float) Math.exp(logProbabilities[row][category]);
                }
            }
        }
    }
}
