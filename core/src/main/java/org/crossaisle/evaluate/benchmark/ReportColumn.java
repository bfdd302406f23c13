package org.crossaisle.evaluate.benchmark;

import org.crossaisle.evaluate.compare.TargetValues;

/**
 * One figure of a table: the mean of a metric over a subset, less that of another metric where one is named.
 *
 * @param title what stands above it
 * @param subset on which targets
 * @param metric which figure
 * @param less the metric whose mean is taken off, empty for none
 */
record ReportColumn(String title, String subset, String metric, String less) {
    ReportColumn(String title, String subset, String metric) {
        this(title, subset, metric, "");
    }

    double of(TargetValues values, int... targets) {
        double mean = values.mean(metric, targets);
        return less.isEmpty() ? mean : mean - values.mean(less, targets);
    }
}
