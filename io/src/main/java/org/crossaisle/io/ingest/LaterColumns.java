package org.crossaisle.io.ingest;

import java.util.Locale;
import java.util.Set;

/**
 * Columns of a catalog that were made from the events, or after them: also-bought links, sales ranks, ratings, the
 * words of reviews. As attributes of an item they would tell a model what it is to foresee, so they are left out, and
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

    /** Case, spaces, hyphens and underscores do not matter. */
    static boolean contain(String column) {
        return NAMES.contains(column.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""));
    }
}
