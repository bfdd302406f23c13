package org.crossaisle.recommend.rerank;

import org.crossaisle.PublicApi;

/**
 * The request, result and cost of one step from the scores to the list.
 *
 * @param step the requested step: {@code crossShare:0.3}, {@code scope:cross}, or a {@link Reranker} as text
 * @param measure the quantity of {@code before} and {@code after}: {@link #CROSS_SHARE}, {@link #WITHIN_SCOPE},
 *     {@link #BROKEN_PLACES}, or the name a re-ranker gives its measure
 * @param before the measure before this step
 * @param after the measure after this step
 * @param cost the decrease of the list's mean score, on the common scale of {@link Reranker}, in [-1, 1]
 * @param shortfall the number of places that do not meet the request, because there were too few candidates; for a
 *     share, negative if there are more than requested
 */
@PublicApi
public record Achievement(String step, String measure, double before, double after, double cost, int shortfall) {
    /** The share of the list from categories new to the user, in [0, 1]. */
    public static final String CROSS_SHARE = "crossShare";

    /** The share of the list within the scope, in [0, 1]. */
    public static final String WITHIN_SCOPE = "withinScope";

    /** The number of places whose item breaks the window rule. */
    public static final String BROKEN_PLACES = "brokenPlaces";
}
