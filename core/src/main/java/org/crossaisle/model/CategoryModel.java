package org.crossaisle.model;

import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryLevel;

/**
 * A model that also predicts, for each category of one level, the probability that the next interaction is in it.
 *
 * <p>Threads may share it, like every model.
 */
@PublicApi
public interface CategoryModel extends Model {
    /** The level of the predicted categories. */
    CategoryLevel level();

    /** The numbers of the predicted categories, as in {@link CategoryLevel#of}: [categories], ascending. A copy. */
    int[] categories();

    /**
     * Writes the probability of each category for the next interaction.
     *
     * @param probabilities [categories], overwritten; each in [0, 1], with sum 1
     */
    void categories(Query query, float[] probabilities);

    /**
     * {@link #categories(Query, float[])} for many queries at once, which some models answer faster.
     *
     * @param probabilities [queries][categories], overwritten
     */
    default void categories(List<Query> queries, float[][] probabilities) {
        for (int row = 0; row < queries.size(); row++) {
            categories(queries.get(row), probabilities[row]);
        }
    }
}
