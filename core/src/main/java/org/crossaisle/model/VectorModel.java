package org.crossaisle.model;

/** A model whose score is the dot product of a query's vector with an item's. */
public interface VectorModel extends Model {
    /** The length of each vector. */
    int dimension();

    /** Writes the vector of the query: [dimension]. */
    void encode(Query query, float[] vector);

    /** Writes the vector of an item: [dimension]. */
    void itemVector(int item, float[] vector);
}
