package org.crossaisle.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a recipe on one subset of the targets.
 *
 * @param n the number of targets
 * @param share of all targets, in [0, 1]: for a subset across categories this is pi
 * @param metrics by name, averaged over targets and seeds; without those that no target has
 * @param intervals 95 % intervals of some of them over users
 * @param spreads the values of some of them for each seed, if there were several; only for all targets
 */
public record SubsetResult(
        int n,
        double share,
        Map<String, Double> metrics,
        Map<String, Range> intervals,
        Map<String, SeedSpread> spreads) {
    /**
     * An interval.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Range(double low, double high) {}

    public SubsetResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
    }

    /** A metric, NaN when this subset does not have it. */
    public double metric(String name) {
        return metrics.getOrDefault(name, Double.NaN);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("n", n);
        map.put("share", share);
        map.putAll(metrics);
        Map<String, Object> ranges = new LinkedHashMap<>();
        intervals.forEach((name, range) -> ranges.put(name, List.of(range.low(), range.high())));
        map.put("intervals", ranges);
        if (!spreads.isEmpty()) {
            Map<String, Object> bySeed = new LinkedHashMap<>();
            spreads.forEach((name, spread) -> bySeed.put(name, spread.asMap()));
            map.put("spreads", bySeed);
        }
        return map;
    }
}
