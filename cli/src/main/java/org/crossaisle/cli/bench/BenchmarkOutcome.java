package org.crossaisle.cli.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a recipe with one seed, as stored in a file.
 *
 * @param fingerprint fingerprint of everything that can change the result
 * @param seconds time it took
 * @param chosen the selected recipe with all choices resolved, as it was fitted
 * @param values values by metric: [targets]; empty if the recipe has only been selected so far
 */
record BenchmarkOutcome(String fingerprint, double seconds, Map<String, Object> chosen, Map<String, float[]> values) {
    BenchmarkOutcome {
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
