package org.crossaisle.recommend.crossing;

import java.util.Locale;

/** Which items a list may hold, seen from the categories in the user's own history, or from a basket. */
public enum Scope {
    /** Every allowed item. */
    ANY,
    /** Items that share a category with the history. */
    WITHIN,
    /** Items that have a category and share none with the history. */
    CROSS,
    /** Items of categories that go with those of the basket, never of the basket's own. */
    COMPLEMENT;

    /** Its name as requests have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
