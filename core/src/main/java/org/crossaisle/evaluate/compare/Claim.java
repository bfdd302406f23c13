package org.crossaisle.evaluate.compare;

/**
 * A figure in which recipes are compared with a reference.
 *
 * @param subset on which targets
 * @param metric which figure
 * @param isPrimary whether it is one of those declared beforehand, which correct each other by Holm; the others are
 *     told as they are
 * @param otherwise the figure of a recipe that does not have that one; empty: it is not compared. Of two that both lack
 *     it nothing is told
 */
public record Claim(String subset, String metric, boolean isPrimary, String otherwise) {
    /** Of recipes that have the figure. */
    public Claim(String subset, String metric, boolean isPrimary) {
        this(subset, metric, isPrimary, "");
    }

    /** Whether the figure can be told of two recipes: both have it, or one does and the other what stands for it. */
    boolean isToldOf(TargetValues own, TargetValues other) {
        boolean isThere = own.metrics().contains(metric) || other.metrics().contains(metric);
        return isThere && own.metrics().contains(of(own)) && other.metrics().contains(of(other));
    }

    /** What a recipe that is compared has: the figure, or what stands for it. */
    String of(TargetValues values) {
        return values.metrics().contains(metric) ? metric : otherwise;
    }
}
