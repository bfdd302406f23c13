package org.crossaisle.evaluate.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.evaluate.SeedSpread;
import org.crossaisle.evaluate.compare.TargetValues;

/**
 * The result of one recipe in one table of a benchmark.
 *
 * @param recipe the name it is reported under
 * @param seeds the seeds of its trainings
 * @param seconds for choosing, fitting and querying, over all seeds
 * @param problem why it could not be evaluated; empty when it was
 * @param values averaged over seeds
 * @param spreads of the means over all targets, by metric; empty for one seed
 */
public record BenchmarkResult(
        String recipe,
        List<Long> seeds,
        double seconds,
        String problem,
        TargetValues values,
        Map<String, SeedSpread> spreads) {
    public BenchmarkResult {
        seeds = List.copyOf(seeds);
        spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
    }

    /**
     * The result from the values of each seed.
     *
     * @param bySeed in the order of the seeds
     */
    public static BenchmarkResult of(String recipe, List<Long> seeds, double seconds, List<TargetValues> bySeed) {
        if (bySeed.size() != seeds.size()) {
            throw new IllegalArgumentException(
                    "there are values of " + bySeed.size() + " seeds, expected those of " + seeds);
        }
        TargetValues mean = TargetValues.mean(bySeed);
        int[] all = IntStream.range(0, mean.size()).toArray();
        Map<String, SeedSpread> spreads = new LinkedHashMap<>();
        if (seeds.size() > 1) {
            mean.metrics()
                    .forEach(metric -> spreads.put(
                            metric,
                            new SeedSpread(bySeed.stream()
                                    .map(values -> values.mean(metric, all))
                                    .toList())));
        }
        return new BenchmarkResult(recipe, seeds, seconds, "", mean, spreads);
    }

    /** The result of a recipe that could not be evaluated. */
    public static BenchmarkResult failed(String recipe, List<Long> seeds, double seconds, String problem) {
        return new BenchmarkResult(recipe, seeds, seconds, problem, TargetValues.NONE, Map.of());
    }
}
