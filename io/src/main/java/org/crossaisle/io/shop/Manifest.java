package org.crossaisle.io.shop;

import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.provenance.Provenance;

/**
 * What {@code shop.json} says: the one file that decides which data are the shop's.
 *
 * @param format version of this layout
 * @param name of the shop
 * @param data the directory with the items, users and events, beside this file
 * @param salt of the user key, in hex
 * @param keyFingerprint by which the key is known again
 * @param sessionGapSeconds the pause that begins a new session
 * @param collapse true when consecutive events on one item within a session are one interaction
 * @param provenance how the data were made
 * @param report what was read, kept and dropped
 */
public record Manifest(
        int format,
        String name,
        String data,
        String salt,
        String keyFingerprint,
        long sessionGapSeconds,
        boolean collapse,
        Made provenance,
        ImportReport report) {
    public static final int FORMAT = 1;

    /** A {@link Provenance} as JSON has it. */
    public record Made(
            String maker,
            String version,
            String madeAt,
            SortedMap<String, String> settings,
            SortedMap<String, String> inputs) {
        public static Made of(Provenance provenance) {
            return new Made(
                    provenance.maker(),
                    provenance.version(),
                    provenance.madeAt().toString(),
                    new TreeMap<>(provenance.settings()),
                    new TreeMap<>(provenance.inputs()));
        }

        Provenance provenance() {
            return Provenance.of(maker, version, java.time.Instant.parse(madeAt), settings, inputs);
        }
    }
}
