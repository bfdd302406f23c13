package org.crossaisle.cli.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a recipe came to with one seed, as it is kept in a file.
 *
 * @param fingerprint of everything that can change it
 * @param seconds it took
 * @param chosen the recipe with nothing open, as it was fitted
 * @param values by metric: [targets]; none where it was only chosen so far
 */
record BenchmarkOutcome(String fingerprint, double seconds, Map<String, Object> chosen, Map<String, float[]> values) {
    BenchmarkOutcome {
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
