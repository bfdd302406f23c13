package org.crossaisle.model;

import java.util.List;
import org.crossaisle.catalog.CategoryLevel;

/**
 * A model that tells beside scores of items how probable it is that the next interaction lies in each category of one
 * level.
 *
 * <p>Threads may share it, as every model.
 */
public interface CategoryModel extends Model {
    /** The level whose categories it tells of. */
    CategoryLevel level();

    /**
     * The numbers of the categories it tells of, as {@link CategoryLevel#of} has them: [categories], ascending. A copy.
     */
    int[] categories();

    /**
     * Writes how probable each category is for the next interaction.
     *
     * @param probabilities [categories], overwritten; each in [0, 1], together 1
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
