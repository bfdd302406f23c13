package org.crossaisle.model;

/** A vector model whose scores are dot products of 8-bit item and query vectors: see {@link Int8Vectors#dot}. */
public interface Int8VectorModel extends VectorModel {
    /** The vectors of all items. */
    Int8Vectors itemVectors();
}
