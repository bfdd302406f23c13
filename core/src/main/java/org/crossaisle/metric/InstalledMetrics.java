package org.crossaisle.metric;

import java.util.List;
import org.crossaisle.Extensions;
import org.crossaisle.dataset.Dataset;

/** Finds the metrics of other jars on the class path. */
public final class InstalledMetrics {
    private InstalledMetrics() {}

    /** The metrics of every {@link MetricProvider}, for an evaluation of models fitted on this data. */
    public static List<Metric> of(Dataset training) {
        return Extensions.of(MetricProvider.class).stream()
                .flatMap(each -> each.metrics(training).stream())
                .toList();
    }
}
