package org.crossaisle.io.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.io.column.IdColumn;

/**
 * Finds the items of events in the catalog. Where nearly all ids of the events are in the catalog with other leading
 * zeros, which spreadsheets drop, they are compared without them.
 */
final class ItemNumbers {
    private static final double NEARLY_ALL = 0.9;

    private final Catalog catalog;
    private final ShopTables tables;
    private final Map<String, Integer> withoutZeros = new HashMap<>();

    /** @param tables may know further names of the items, such as the SKUs of variants */
    ItemNumbers(Catalog catalog, ShopTables tables) {
        this.catalog = catalog;
        this.tables = tables;
    }

    /** Judges the ids of events against those of the catalog. */
    void judge(TableReading rows, int place, IdColumn ids) {
        Set<String> unknown = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (String text : rows.reader().sample(place)) {
            String id = ids.isMissing(text) ? "" : ids.plain(text);
            if (!id.isEmpty()) {
                all.add(id);
                if (named(id).isEmpty()) {
                    unknown.add(id);
                }
            }
        }
        if (unknown.size() * 2 < all.size() || unknown.isEmpty()) {
            return;
        }
        Map<String, Integer> plain = new HashMap<>();
        boolean unique = true;
        for (int item = 0; item < catalog.size(); item++) {
            String id = catalog.item(item).id();
            if (isDigits(id)) {
                unique &= plain.put(plain(id), item) == null;
            }
        }
        long found = unknown.stream()
                .filter(id -> isDigits(id) && plain.containsKey(plain(id)))
                .count();
        if (found < NEARLY_ALL * unknown.size()) {
            return;
        }
        String example = unknown.stream()
                .filter(id -> isDigits(id) && plain.containsKey(plain(id)))
                .min(String::compareTo)
                .orElse("");
        String theirs = catalog.item(plain.getOrDefault(plain(example), 0)).id();
        if (unique) {
            withoutZeros.putAll(plain);
            rows.note("item ids are compared without leading zeros: "
                    + rows.reader().name() + " has " + example + " where the catalog has " + theirs);
        } else {
            rows.note("most item ids differ from the catalog's by leading zeros only (" + example + ", " + theirs
                    + "), but some items differ by nothing else: export the column as text");
        }
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String plain(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    private OptionalInt named(String id) {
        OptionalInt exact = catalog.number(id);
        return exact.isPresent() ? exact : catalog.number(tables.itemId(id));
    }

    /** The number of the item with this id or name. */
    OptionalInt of(String id) {
        OptionalInt exact = named(id);
        if (exact.isPresent() || withoutZeros.isEmpty() || !isDigits(id)) {
            return exact;
        }
        Integer found = withoutZeros.get(plain(id));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
