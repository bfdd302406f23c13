package org.crossaisle.recommend;

/** Which items a list may hold, seen from the categories in the user's own history. */
public enum Scope {
    /** Every allowed item. */
    ANY,
    /** Items that share a category with the history. */
    WITHIN,
    /** Items that have a category and share none with the history. */
    CROSS
}
