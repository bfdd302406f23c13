package org.crossaisle.recommend.crossing;

import java.util.Locale;
import org.crossaisle.PublicApi;

/** The items that a list may hold, relative to the categories of the user's history or of a basket. */
@PublicApi
public enum Scope {
    /** Every allowed item. */
    ANY,
    /** Items that share a category with the history. */
    WITHIN,
    /** Items that have a category and share none with the history. */
    CROSS,
    /** Items of categories that are tied to those of the basket, never of the basket's own categories. */
    COMPLEMENT;

    /** Its name in requests. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
