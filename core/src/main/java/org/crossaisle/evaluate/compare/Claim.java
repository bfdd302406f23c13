package org.crossaisle.evaluate.compare;

/**
 * A metric on a subset in which recipes are compared with a reference.
 *
 * @param subset the subset of targets
 * @param metric the metric
 * @param isPrimary whether it is one of the primary claims declared beforehand, whose p-values get Holm's correction;
 *     others are reported uncorrected
 * @param otherwise the substitute metric for a recipe that lacks the first; empty: such a recipe is not compared. Two
 *     recipes that both lack it are not compared
 */
public record Claim(String subset, String metric, boolean isPrimary, String otherwise) {
    /** A claim on recipes that have the metric. */
    public Claim(String subset, String metric, boolean isPrimary) {
        this(subset, metric, isPrimary, "");
    }

    /** True when two recipes can be compared: both have the metric, or one has it and the other has the substitute. */
    boolean appliesTo(TargetValues own, TargetValues other) {
        boolean isThere = own.metrics().contains(metric) || other.metrics().contains(metric);
        return isThere && own.metrics().contains(of(own)) && other.metrics().contains(of(other));
    }

    /** The metric of a compared recipe: the first one, or the substitute. */
    String of(TargetValues values) {
        return values.metrics().contains(metric) ? metric : otherwise;
    }
}
