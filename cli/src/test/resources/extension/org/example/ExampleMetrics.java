package org.example;

import java.util.List;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.metric.Metric;
import org.crossaisle.metric.MetricProvider;
import org.crossaisle.metric.RankedAnswer;

// tag::metric
/** Reports whether the held-out item is the first of the list. */
public final class ExampleMetrics implements MetricProvider {
    @Override
    public List<Metric> metrics(Dataset training) {
        return List.of(new FirstPlace());
    }

    /** 1 when the held-out item is the first of the list, else 0. */
    record FirstPlace() implements Metric {
        @Override
        public String name() {
            return "first-place";
        }

        @Override
        public double of(RankedAnswer answer) {
            return answer.rank() == 1 ? 1 : 0;
        }
    }
}
// end::metric
