package org.crossaisle.model;

/** A vector model whose scores are dot products of vectors in 8 bits, the query's too: see {@link Int8Vectors#dot}. */
public interface Int8VectorModel extends VectorModel {
    /** The vectors of all items. */
    Int8Vectors itemVectors();
}
