package org.crossaisle.recommend.rerank;

import org.crossaisle.PublicApi;

/** The kind of item similarity that re-rankers use for diversity. */
@PublicApi
public enum Similarity {
    /** The categories they share, of all levels. */
    CATEGORIES,
    /** The cosine of the model's item vectors, if it has any. */
    VECTORS
}
