package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossaisle.catalog.Item;

/** Finds attributes that are lists of items, such as those bought together: they are made from the events. */
final class ItemLinks {
    private static final String SEPARATORS = "[|,;\\s]+";
    private static final int FEWEST_LISTS = 2;

    private ItemLinks() {}

    /** The names of attributes whose values are lists and mostly ids of the catalog. */
    static SortedSet<String> in(List<Item> items, Set<String> ids) {
        SortedMap<String, int[]> counts = new TreeMap<>(); // lists, values in them, ids among these
        for (Item item : items) {
            for (Map.Entry<String, String> attribute : item.attributes().entrySet()) {
                String[] values =
                        attribute.getValue().replaceAll("[\\[\\]'\"]", "").split(SEPARATORS);
                if (values.length < 2) {
                    continue;
                }
                int[] count = counts.computeIfAbsent(attribute.getKey(), unseen -> new int[3]);
                count[0]++;
                for (String value : values) {
                    count[1]++;
                    count[2] += ids.contains(value) && !value.equals(item.id()) ? 1 : 0;
                }
            }
        }
        SortedSet<String> links = new TreeSet<>();
        counts.forEach((name, count) -> {
            if (count[0] >= FEWEST_LISTS && count[2] * 2 > count[1]) {
                links.add(name);
            }
        });
        return links;
    }

    /** The items without these attributes. */
    static List<Item> without(List<Item> items, SortedSet<String> names) {
        List<Item> kept = new ArrayList<>(items.size());
        for (Item item : items) {
            SortedMap<String, String> attributes = new TreeMap<>(item.attributes());
            attributes.keySet().removeAll(names);
            kept.add(new Item(
                    item.id(),
                    item.title(),
                    item.description(),
                    item.categories(),
                    item.brand(),
                    item.price(),
                    attributes,
                    item.image()));
        }
        return kept;
    }
}
