package org.crossaisle.model;

import java.util.List;
import org.crossaisle.PublicApi;

/** A model whose score is the dot product of a query's vector with an item's. */
@PublicApi
public interface VectorModel extends Model {
    /** The length of each vector. */
    int dimension();

    /** Writes the vector of the query: [dimension]. */
    void encode(Query query, float[] vector);

    /**
     * {@link #encode(Query, float[])} for many queries at once, which some models answer faster.
     *
     * @param vectors [queries][dimension], overwritten
     */
    default void encode(List<Query> queries, float[][] vectors) {
        for (int row = 0; row < queries.size(); row++) {
            encode(queries.get(row), vectors[row]);
        }
    }

    /** Writes the vector of an item: [dimension]. */
    void itemVector(int item, float[] vector);
}
