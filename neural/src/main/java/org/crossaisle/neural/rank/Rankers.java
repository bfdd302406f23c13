package org.crossaisle.neural.rank;

import java.util.LinkedHashMap;
import java.util.Map;

/** All families of rankers by name, each with its default settings. To add one, write a class and add a line here. */
public final class Rankers {
    private static final Map<String, Record> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("din", TargetAttention.Settings.DEFAULTS);
        NAMED.put("wide-and-deep", WideDeep.Settings.DEFAULTS);
    }

    private Rankers() {}

    /** Every family by its name. */
    public static Map<String, Record> named() {
        return new LinkedHashMap<>(NAMED);
    }

    /** The name of the family that these settings belong to. */
    static String nameOf(RankerSettings settings) {
        return NAMED.entrySet().stream()
                .filter(entry -> entry.getValue().getClass() == settings.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(settings + " does not belong to a named family"));
    }
}
