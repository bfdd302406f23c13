package org.crossaisle.io.ingest;

import java.util.Locale;
import java.util.Set;

/**
 * Names of catalog columns that are derived from events or known only after them: also-bought links, sales ranks,
 * ratings, words of reviews. As item attributes they would leak what a model is to predict, so they are left out, and
 * the report says so.
 */
final class LaterColumns {
    private static final Set<String> NAMES = Set.of(
            "related",
            "alsobought",
            "alsoviewed",
            "boughttogether",
            "buyafterviewing",
            "alsobuy",
            "alsoview",
            "similaritems",
            "rank",
            "salesrank",
            "bestsellersrank",
            "rating",
            "ratings",
            "averagerating",
            "ratingnumber",
            "ratingcount",
            "numratings",
            "reviewcount",
            "numreviews",
            "reviews",
            "reviewtext",
            "reviewsummary",
            "sales",
            "salescount",
            "soldcount",
            "popularity",
            "销量",
            "排名",
            "评分",
            "评论数");

    private LaterColumns() {}

    /** Whether a column is one of these, ignoring case, spaces, hyphens and underscores. */
    static boolean contain(String column) {
        return NAMES.contains(column.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""));
    }
}
