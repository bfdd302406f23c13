package org.crossaisle.evaluate.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.crossaisle.evaluate.metric.Measures;

/**
 * A model's metric values by target: for each metric, one value for each target, NaN if a target has no such value.
 *
 * <p>Immutable; threads may share it.
 */
public final class TargetValues {
    /** No values. */
    public static final TargetValues NONE = new TargetValues(Map.of());

    private final Map<String, double[]> byMetric; // metric -> [targets]

    private TargetValues(Map<String, double[]> byMetric) {
        this.byMetric = Collections.unmodifiableMap(byMetric);
    }

    /**
     * Copies values.
     *
     * @throws IllegalArgumentException when metrics have different numbers of targets
     */
    public static TargetValues of(Map<String, double[]> byMetric) {
        return each(byMetric, value -> value);
    }

    private static TargetValues each(Map<String, double[]> byMetric, DoubleUnaryOperator changed) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        int size = -1;
        for (Map.Entry<String, double[]> entry : byMetric.entrySet()) {
            double[] values = entry.getValue().clone();
            if (size >= 0 && values.length != size) {
                throw new IllegalArgumentException(
                        entry.getKey() + " has values of " + values.length + " targets, others of " + size);
            }
            size = values.length;
            for (int at = 0; at < size; at++) {
                values[at] = changed.applyAsDouble(values[at]);
            }
            copy.put(entry.getKey(), values);
        }
        return new TargetValues(copy);
    }

    /** Values in single precision, as read from a file. */
    public static TargetValues ofFloats(Map<String, float[]> byMetric) {
        Map<String, double[]> wide = new LinkedHashMap<>();
        byMetric.forEach((metric, values) -> {
            double[] widened = new double[values.length];
            for (int at = 0; at < widened.length; at++) {
                widened[at] = values[at];
            }
            wide.put(metric, widened);
        });
        return of(wide);
    }

    /** Each target's mean over several of these, such as those of several seeds. */
    public static TargetValues mean(List<TargetValues> all) {
        Map<String, double[]> means = new LinkedHashMap<>();
        all.forEach(one -> one.byMetric.forEach((metric, values) -> {
            double[] sum = means.computeIfAbsent(metric, none -> new double[values.length]);
            for (int at = 0; at < values.length; at++) {
                sum[at] += values[at] / all.size();
            }
        }));
        return of(means);
    }

    /** These values rounded to single precision, so that values read from a file equal those written. */
    public TargetValues rounded() {
        return each(byMetric, value -> (float) value);
    }

    /** These values restricted to the named metrics. */
    TargetValues only(Set<String> metrics) {
        Map<String, double[]> some = new LinkedHashMap<>(byMetric);
        some.keySet().retainAll(metrics);
        return of(some);
    }

    /** The metrics, in their order. */
    public Set<String> metrics() {
        return byMetric.keySet();
    }

    /** The number of targets, 0 if there is no metric. */
    public int size() {
        return byMetric.values().stream()
                .mapToInt(values -> values.length)
                .findFirst()
                .orElse(0);
    }

    /** The mean of the non-NaN values over some targets; NaN if there are none or the metric is missing. */
    public double mean(String metric, int... targets) {
        double[] values = byMetric.get(metric);
        return values == null ? Double.NaN : Measures.mean(values, targets);
    }

    /** The values at some targets: [targets], NaN for a missing metric. */
    public double[] at(String metric, int... targets) {
        double[] values = byMetric.get(metric);
        double[] some = new double[targets.length];
        for (int at = 0; at < some.length; at++) {
            some[at] = values == null ? Double.NaN : values[targets[at]];
        }
        return some;
    }

    /** The values in single precision, as stored in a file. */
    public Map<String, float[]> asFloats() {
        Map<String, float[]> narrow = new LinkedHashMap<>();
        byMetric.forEach((metric, values) -> {
            float[] narrowed = new float[values.length];
            for (int at = 0; at < narrowed.length; at++) {
                narrowed[at] = (float) values[at];
            }
            narrow.put(metric, narrowed);
        });
        return narrow;
    }
}
