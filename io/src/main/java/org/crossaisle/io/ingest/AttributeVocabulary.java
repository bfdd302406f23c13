package org.crossaisle.io.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The further columns of a catalog that became attributes, with the number of values of each. The import report shows
 * them, so that a reader sees that colour has five values and that some column is really an id. Values are counted up
 * to {@value #MOST_VALUES}, which bounds the memory.
 */
final class AttributeVocabulary {
    private static final int MOST_VALUES = 10_000;

    private final SortedMap<String, Set<String>> values = new TreeMap<>();

    void add(SortedMap<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            Set<String> known = values.computeIfAbsent(attribute.getKey(), name -> new HashSet<>());
            if (known.size() <= MOST_VALUES) {
                known.add(attribute.getValue());
            }
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** "colour (5 values), size (more than 10,000 values)". */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(attribute ->
                        attribute.getKey() + " (" + counted(attribute.getValue().size()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String counted(int size) {
        return size > MOST_VALUES
                ? String.format(Locale.ROOT, "more than %,d values", MOST_VALUES)
                : String.format(Locale.ROOT, size == 1 ? "%,d value" : "%,d values", size);
    }
}
