package org.crossaisle.metric;

import org.crossaisle.PublicApi;

/**
 * A quality measure of one answer. Reports show its mean over the answers to a subset of the targets. To add a metric,
 * register a {@link MetricProvider}.
 *
 * <p>Threads may share it.
 */
@PublicApi
public interface Metric {
    /** The name in reports, such as {@code ndcg@10}: letters, digits and {@code @ . - [ ]}. */
    String name();

    /**
     * The value for one answer, a finite number; NaN when the answer has no such value, which leaves it out of the
     * mean.
     */
    double of(RankedAnswer answer);
}
