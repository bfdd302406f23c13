package org.crossaisle.io.shop;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.PublicApi;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.provenance.Provenance;

/**
 * The content of {@code shop.json}, the file that decides which data directory is current.
 *
 * @param format version of this layout
 * @param name of the shop
 * @param data name of the directory with the items, users and events, next to this file
 * @param salt of the user key, in hex
 * @param keyFingerprint fingerprint to recognise the key
 * @param sessionGapSeconds a longer pause begins a new session
 * @param actions what users of the shop can do, by code; an earlier version wrote none and knew only those of a shop
 * @param collapse true when consecutive events on one item within a session are one interaction
 * @param actionNames the shop's own names of actions, with ours; an earlier version wrote none
 * @param provenance how the data were produced
 * @param report what was read, kept and dropped
 */
@PublicApi
public record Manifest(
        int format,
        String name,
        String data,
        String salt,
        String keyFingerprint,
        long sessionGapSeconds,
        List<Action> actions,
        boolean collapse,
        SortedMap<String, String> actionNames,
        Made provenance,
        ImportReport report) {
    public static final int FORMAT = 1;

    public Manifest {
        // the JSON of an earlier version has neither actions nor names
        actions = actions == null ? ActionVocabulary.SHOP.actions() : new ActionVocabulary(actions).actions();
        actionNames = actionNames == null ? new TreeMap<>() : actionNames;
    }

    ActionVocabulary vocabulary() {
        return new ActionVocabulary(actions);
    }

    /** The names of actions, of the shop and known ones. */
    ActionNames names() {
        ActionVocabulary vocabulary = vocabulary();
        SortedMap<String, Action> own = new TreeMap<>();
        actionNames.forEach((theirs, action) -> own.put(theirs, vocabulary.named(action)));
        return new ActionNames(vocabulary, own);
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
