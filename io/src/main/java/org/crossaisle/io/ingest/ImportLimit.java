package org.crossaisle.io.ingest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;

/** Limits on the totals of an import. Beyond one, the import stops before it replaces a shop. */
public enum ImportLimit {
    /** Share of a table's rows that are dropped. */
    DROPPED(0.1, "share of a table's rows that are dropped"),
    /** Share of the events whose item the catalog lacks. */
    UNKNOWN_ITEMS(0.5, "share of the events on items that the catalog lacks"),
    /** Share of the events that one item has. */
    ONE_ITEM(0.1, "share of the events on one item"),
    /** Share of the events that one user has. */
    ONE_USER(0.1, "share of the events of one user"),
    /** Fewest items with events. */
    ITEMS(20, "fewest items with events"),
    /** Smallest catalog, as a share of the catalog that the shop has now. */
    SHRUNK(0.5, "smallest catalog, as a share of the shop's present one");

    private final double limit;
    private final String text;

    ImportLimit(double limit, String text) {
        this.limit = limit;
        this.text = text;
    }

    /** The limit unless another one is accepted. */
    public double limit() {
        return limit;
    }

    /** What is limited. */
    public String text() {
        return text;
    }

    /** The name in settings: "unknown-items". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when a smaller figure is the worse one. */
    boolean isLeast() {
        return this == ITEMS || this == SHRUNK;
    }

    /**
     * The limit of this name.
     *
     * @throws RecsException SETTING_INVALID when there is none
     */
    public static ImportLimit of(String key) {
        for (ImportLimit each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        List<String> keys = Arrays.stream(values()).map(ImportLimit::key).toList();
        throw new RecsException(
                RecsException.Code.SETTING_INVALID,
                "there is no limit " + key + " to accept. Nearest: " + Nearest.to(key, keys) + ". All: "
                        + String.join(", ", keys));
    }

    /** Every limit with a value that nothing exceeds. */
    public static Map<ImportLimit, Double> lifted() {
        Map<ImportLimit, Double> all = new EnumMap<>(ImportLimit.class);
        for (ImportLimit each : values()) {
            all.put(each, each.isLeast() ? 0.0 : 1.0);
        }
        return all;
    }
}
