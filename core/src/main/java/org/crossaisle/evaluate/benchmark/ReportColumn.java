package org.crossaisle.evaluate.benchmark;

import org.crossaisle.evaluate.compare.TargetValues;

/**
 * A column of a table: the mean of a metric over a subset, minus that of another metric if one is named.
 *
 * @param title the column header
 * @param subset the subset of targets
 * @param metric the metric
 * @param less the metric whose mean is subtracted; empty for none
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
