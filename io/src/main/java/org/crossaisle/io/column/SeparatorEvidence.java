package org.crossaisle.io.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a column says about a separator that may be part of names, such as a comma. It separates categories where what
 * follows it also begins another value, or follows other names as well. In "Bed, Bath &amp; More", Bath only follows
 * Bed.
 */
final class SeparatorEvidence {
    private final String separator;
    private final String levels;
    private final Predicate<String> known;
    private final Map<String, Integer> beginnings = new HashMap<>(); // how many values begin with a department
    private final Map<String, Set<String>> before = new HashMap<>(); // the names before a department

    /**
     * @param values the distinct values of the column
     * @param levels the separator of levels, empty when there is none
     * @param known true for the id of a category in the shop's table of categories
     */
    SeparatorEvidence(List<String> values, String separator, String levels, Predicate<String> known) {
        this.separator = separator;
        this.levels = levels;
        this.known = known;
        for (String value : values) {
            List<String> parts = CategoryColumn.splitAt(value, separator);
            beginnings.merge(department(parts.get(0)), 1, Integer::sum);
            for (int part = 1; part < parts.size(); part++) {
                before.computeIfAbsent(department(parts.get(part)), unseen -> new HashSet<>())
                        .add(name(parts.get(part - 1)));
            }
        }
    }

    private String department(String path) {
        return levels.isEmpty() ? path : CategoryColumn.splitAt(path, levels).get(0);
    }

    private String name(String path) {
        List<String> names = levels.isEmpty() ? List.of(path) : CategoryColumn.splitAt(path, levels);
        return names.get(names.size() - 1);
    }

    /** True when each part of this value is a category elsewhere as well. */
    boolean supports(String value) {
        List<String> parts = CategoryColumn.splitAt(value, separator);
        for (int part = levels.isEmpty() ? 0 : 1; part < parts.size(); part++) {
            if (!known.test(parts.get(part)) && !isElsewhere(department(parts.get(part)), part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isElsewhere(String department, int part) {
        int begun = beginnings.getOrDefault(department, 0);
        int followed = before.getOrDefault(department, Set.of()).size();
        return part == 0 ? begun > 1 || followed > 0 : begun > 0 || followed > 1;
    }
}
