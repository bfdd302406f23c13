package org.crossaisle.recommend.rerank;

/** What makes two items alike where places of a list are to differ. */
public enum Similarity {
    /** The categories they share, of all levels. */
    CATEGORIES,
    /** The cosine of the model's item vectors, where it has any. */
    VECTORS
}
