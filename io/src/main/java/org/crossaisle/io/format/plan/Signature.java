package org.crossaisle.io.format.plan;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is in a file of the format and in no other. A file is recognised if it has all of it.
 *
 * @param columns columns that must be there, as they are spelled
 * @param absent columns that must not be there
 * @param values values of a column, of which the first rows must have at least one
 * @param line a regular expression for the first line of a file without a header; empty for a file with one
 */
public record Signature(
        List<String> columns, List<String> absent, SortedMap<String, List<String>> values, String line) {
    /** Never recognised: the format must be named. */
    public static final Signature NONE = new Signature(List.of(), List.of(), new TreeMap<>(), "");

    public Signature {
        columns = List.copyOf(columns);
        absent = List.copyOf(absent);
        values = Maps.ofLists(values);
        try {
            Pattern.compile(line);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("line " + line + " is not a regular expression: " + e.getMessage(), e);
        }
    }

    /** True when no file is recognised by it. */
    public boolean isNone() {
        return columns.isEmpty() && values.isEmpty() && line.isEmpty();
    }

    /** True when the columns of a file are as they must be. */
    public boolean fits(List<String> found) {
        return found.containsAll(columns)
                && found.containsAll(values.keySet())
                && absent.stream().noneMatch(found::contains);
    }

    /** Collections of lists, copied. */
    static final class Maps {
        private Maps() {}

        static SortedMap<String, List<String>> ofLists(Map<String, List<String>> lists) {
            SortedMap<String, List<String>> copy = new TreeMap<>();
            lists.forEach((key, list) -> copy.put(key, List.copyOf(list)));
            return java.util.Collections.unmodifiableSortedMap(copy);
        }
    }
}
