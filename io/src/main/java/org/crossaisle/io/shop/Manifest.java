package org.crossaisle.io.shop;

import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.history.Action;
import org.crossaisle.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code shop.json}, the file that decides which data directory is current.
 *
 * @param format version of this layout
 * @param name of the shop
 * @param data name of the directory with the items, users and events, next to this file
 * @param salt of the user key, in hex
 * @param keyFingerprint fingerprint to recognise the key
 * @param sessionGapSeconds a longer pause begins a new session
 * @param collapse true when consecutive events on one item within a session are one interaction
 * @param actions the shop's names of actions, with ours; empty in manifests of earlier versions
 * @param provenance how the data were produced
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
        @Nullable SortedMap<String, String> actions,
        Made provenance,
        ImportReport report) {
    public static final int FORMAT = 1;

    /** The names of actions, of the shop and known ones. */
    ActionNames actionNames() {
        SortedMap<String, Action> names = new TreeMap<>();
        if (actions != null) {
            actions.forEach((name, action) -> names.put(name, Action.valueOf(action)));
        }
        return new ActionNames(names);
    }

    /** The JSON form of a {@link Provenance}. */
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
