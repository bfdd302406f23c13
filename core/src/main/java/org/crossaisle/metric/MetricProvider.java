package org.crossaisle.metric;

import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.dataset.Dataset;

/**
 * Adds metrics to every evaluation. Found by {@link org.crossaisle.Extensions}: name the class in {@code
 * META-INF/services/org.crossaisle.metric.MetricProvider}. The metrics are written to the JSON report, and
 * {@code evaluate --metric NAME} prints them.
 */
@PublicApi
public interface MetricProvider {
    /**
     * The metrics, the same names for any data.
     *
     * @param training the events that the final models are fitted on, with the catalog
     */
    List<Metric> metrics(Dataset training);
}
