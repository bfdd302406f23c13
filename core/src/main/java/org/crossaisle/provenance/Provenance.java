package org.crossaisle.provenance;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.PublicApi;

/**
 * The provenance of an artifact: version, time, settings and inputs.
 *
 * @param maker name of what made it, such as "import" or "transformer"
 * @param version version of Crossaisle
 * @param madeAt when, from the clock that was handed in
 * @param settings every setting that can change the result, by its full name
 * @param inputs each input by name, with its SHA-256 in hex
 */
@PublicApi
public record Provenance(
        String maker,
        String version,
        Instant madeAt,
        SortedMap<String, String> settings,
        SortedMap<String, String> inputs) {
    public Provenance {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    public static Provenance of(
            String maker, String version, Instant madeAt, Map<String, String> settings, Map<String, String> inputs) {
        return new Provenance(maker, version, madeAt, new TreeMap<>(settings), new TreeMap<>(inputs));
    }
}
