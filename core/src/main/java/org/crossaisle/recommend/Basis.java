package org.crossaisle.recommend;

/** The basis of a list. */
public enum Basis {
    /** The model's scores for the user's history. */
    MODEL,
    /** Popularity in every department in turn, because the user has no history. */
    POPULAR_FOR_NEW_USER
}
