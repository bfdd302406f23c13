package org.crossaisle.metric;

import java.util.List;
import java.util.ServiceLoader;
import org.crossaisle.dataset.Dataset;

/** The metrics of other jars on the class path. */
public final class InstalledMetrics {
    private InstalledMetrics() {}

    /** Those of every {@link MetricProvider}, for an evaluation of models fitted on this data. */
    public static List<Metric> of(Dataset training) {
        return ServiceLoader.load(MetricProvider.class, InstalledMetrics.class.getClassLoader()).stream()
                .flatMap(each -> each.get().metrics(training).stream())
                .toList();
    }
}
