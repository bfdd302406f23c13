package org.crossaisle.metric;

/**
 * A measure of one answer. What is reported is the mean over the answers of a subset of the targets. Anyone may add
 * one: name a {@link MetricProvider} for it.
 *
 * <p>Threads may share it.
 */
public interface Metric {
    /** The name in reports, such as {@code ndcg@10}: letters, digits and {@code @ . - [ ]}. */
    String name();

    /**
     * The value for one answer, a finite number; NaN when the answer has no such value, which leaves it out of the
     * mean.
     */
    double of(RankedAnswer answer);
}
