package org.crossaisle.recommend;

import org.crossaisle.PublicApi;

/** The basis of a list. */
@PublicApi
public enum Basis {
    /** The model's scores for the user's history. */
    MODEL,
    /** Popularity in every department in turn, because the user has no history. */
    POPULAR_FOR_NEW_USER
}
