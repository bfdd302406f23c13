package org.crossaisle.recommend.rerank;

/**
 * What one step on the way from the scores to the list was asked, reached and cost.
 *
 * @param step as it was asked for: {@code crossShare:0.3}, {@code scope:cross}, or a {@link Reranker} as text
 * @param measure what {@code before} and {@code after} are of
 * @param before of the list this step found
 * @param after of the list this step left
 * @param cost how much lower the mean score of the list became, on the common scale of {@link Reranker}, in [-1, 1]
 * @param shortfall how many places are not as was asked, because the candidates gave no more; a negative one of a share says
 *     how many are beyond it
 */
public record Achievement(String step, Measure measure, double before, double after, double cost, int shortfall) {
    /** What a step is measured by. */
    public enum Measure {
        /** The share of the list from categories new to the user, in [0, 1]. */
        CROSS_SHARE,
        /** The share of the list within the scope, in [0, 1]. */
        WITHIN_SCOPE,
        /** C<sub>KL</sub> of the list from the history, in nats, at least 0; less is nearer to the history. */
        DIVERGENCE,
        /** The mean of 1 - similarity over all pairs of places, in [0, 2]; more is more different. */
        MEAN_DISTANCE,
        /** The logarithm of the determinant of the similarities, by the size of the list, at most 0; more is more different. */
        LOG_DETERMINANT,
        /** How many places hold an item the rule of the window does not allow there. */
        BROKEN_PLACES
    }
}
