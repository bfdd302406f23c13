package org.crossaisle.io.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Nearest;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;

/**
 * A setting that is one of several records, chosen by name, such as {@code encoder: gru} among the settings of the user
 * encoder.
 *
 * @param key key under which the name is written, next to the settings of the chosen record
 * @param named the choices by name, each with its defaults
 */
@PublicApi
public record SettingChoice(String key, Map<String, Record> named) {
    public SettingChoice {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /**
     * The record with a name.
     *
     * @throws RecsException when there is none; the message gives the nearest name
     */
    Record of(String name, String where) {
        Record chosen = named.get(name);
        if (chosen == null) {
            List<String> names = List.copyOf(named.keySet());
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ": there is no " + key + " " + name + ". Nearest: " + Nearest.to(name, names) + ". All: "
                            + String.join(", ", names));
        }
        return chosen;
    }

    /** The name of a record of this kind, if it is one of the choices. */
    Optional<String> nameOf(Record record) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue().getClass() == record.getClass())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
