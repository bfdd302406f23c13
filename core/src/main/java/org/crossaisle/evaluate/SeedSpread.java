package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a metric for each seed.
 *
 * @param values in the order of the seeds, at least two
 */
public record SeedSpread(List<Double> values) {
    public SeedSpread {
        values = List.copyOf(values);
        if (values.size() < 2) {
            throw new IllegalArgumentException("a spread needs at least two seeds, there are " + values.size());
        }
    }

    /** The sample standard deviation of the values, with divisor n - 1. */
    public double deviation() {
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("deviation", deviation());
        map.put("values", new ArrayList<>(values));
        return map;
    }
}
