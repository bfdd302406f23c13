package org.crossaisle.io.column;

/** What a list of category names is. */
public enum ListMeaning {
    /** The levels of one path, from the department down. */
    PATH,
    /** Several categories of their own. */
    SET
}
