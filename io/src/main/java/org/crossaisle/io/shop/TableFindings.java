package org.crossaisle.io.shop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.crossaisle.ShownText;

/** The problems found in a table so far. For one thread. */
public final class TableFindings {
    public static final int EXAMPLES = 5;
    private static final int QUOTED = 60;

    private final LongFunction<String> where;
    private final Map<Finding.Reason, Long> counts = new EnumMap<>(Finding.Reason.class);
    private final Map<Finding.Reason, List<String>> examples = new EnumMap<>(Finding.Reason.class);

    /** @param where names a line, such as {@code events.csv:17} */
    public TableFindings(LongFunction<String> where) {
        this.where = where;
    }

    public void add(Finding.Reason reason, long line, String found) {
        counts.merge(reason, 1L, Long::sum);
        example(reason, line, found);
    }

    /** Adds a count; examples are added separately. */
    public void add(Finding.Reason reason, long count) {
        if (count > 0) {
            counts.merge(reason, count, Long::sum);
        }
    }

    public void example(Finding.Reason reason, long line, String found) {
        List<String> some = examples.computeIfAbsent(reason, none -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(where.apply(line) + ": " + found);
        }
    }

    public List<Finding> list() {
        List<Finding> list = new ArrayList<>();
        counts.forEach(
                (reason, count) -> list.add(new Finding(reason, count, examples.getOrDefault(reason, List.of()))));
        return list;
    }

    /** A field as a message shows it: quoted and truncated. */
    public static String quote(String field) {
        int end = Math.min(field.length(), QUOTED);
        if (end > 0 && end < field.length() && Character.isHighSurrogate(field.charAt(end - 1))) {
            end--;
        }
        return '"' + ShownText.line(field.substring(0, end)) + (end < field.length() ? "..." : "") + '"';
    }
}
