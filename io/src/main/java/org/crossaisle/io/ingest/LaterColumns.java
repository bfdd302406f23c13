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
            "frequentlyboughttogether",
            "buyafterviewing",
            "alsobuy",
            "alsoview",
            "similaritem",
            "similaritems",
            "relateditems",
            "relatedproducts",
            "upsells",
            "crosssells",
            "rank",
            "salesrank",
            "bestsellersrank",
            "bestsellerrank",
            "rating",
            "ratings",
            "averagerating",
            "avgrating",
            "ratingavg",
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
            "unitssold",
            "totalsold",
            "totalsales",
            "viewcount",
            "numviews",
            "clickcount",
            "ordercount",
            "purchasecount",
            "popularity",
            "popularityscore",
            "conversionrate",
            "销量",
            "排名",
            "评分",
            "评论数");

    private LaterColumns() {}

    /**
     * Whether a column is one of these, or lies in one or holds one, as {@code related.also_bought} and
     * {@code stats.reviewCount} do. Case, spaces, hyphens and underscores are ignored.
     */
    static boolean contain(String column) {
        for (String part : column.split("[./:\\[\\]]")) {
            if (NAMES.contains(plain(part))) {
                return true;
            }
        }
        return NAMES.contains(plain(column.replaceAll("[./:\\[\\]]", "")));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
