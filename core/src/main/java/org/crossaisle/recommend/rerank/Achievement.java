package org.crossaisle.recommend.rerank;

/**
 * What one step on the way from the scores to the list was asked, reached and cost.
 *
 * @param step as it was asked for: {@code crossShare:0.3}, {@code scope:cross}, or a {@link Reranker} as text
 * @param measure what {@code before} and {@code after} are of: {@link #CROSS_SHARE}, {@link #WITHIN_SCOPE}, {@link
 *     #BROKEN_PLACES}, or the name a re-ranker gives its measure
 * @param before of the list this step found
 * @param after of the list this step left
 * @param cost how much lower the mean score of the list became, on the common scale of {@link Reranker}, in [-1, 1]
 * @param shortfall how many places are not as was asked, because the candidates gave no more; a negative one of a share
 *     says how many are beyond it
 */
public record Achievement(String step, String measure, double before, double after, double cost, int shortfall) {
    /** The share of the list from categories new to the user, in [0, 1]. */
    public static final String CROSS_SHARE = "crossShare";

    /** The share of the list within the scope, in [0, 1]. */
    public static final String WITHIN_SCOPE = "withinScope";

    /** How many places hold an item the rule of the window does not allow there. */
    public static final String BROKEN_PLACES = "brokenPlaces";
}
