package org.crossaisle.io.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.Nearest;

/** Finds the columns that are the levels of a category path, such as {@code CATEGORY_L1} and {@code CATEGORY_L2}. */
public final class LevelColumns {
    private static final Pattern NUMBER_LAST =
            Pattern.compile("(.*cat(?:egory|egories|egorie|egoria)?|.*类目)(?:l|lv|lvl|level|name)?(\\d)?");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?:l|lv|lvl|level)(\\d)(.*cat.*)");
    private static final List<List<String>> NAMED = List.of(
            List.of("category", "subcategory", "subsubcategory"),
            List.of("maincategory", "subcategory", "subsubcategory"),
            List.of("mastercategory", "subcategory", "articletype"),
            List.of("department", "category", "subcategory"));

    private LevelColumns() {}

    /** The positions of the columns, the department first; fewer than two when there are no levels. */
    public static List<Integer> find(List<String> columns) {
        Map<String, SortedMap<Integer, Integer>> numbered = new TreeMap<>(); // place by number, by name
        for (int place = 0; place < columns.size(); place++) {
            String plain = Nearest.plain(columns.get(place));
            Matcher first = NUMBER_FIRST.matcher(plain);
            Matcher last = NUMBER_LAST.matcher(plain);
            if (first.matches()) {
                add(numbered, first.group(2), Integer.parseInt(first.group(1)), place);
            } else if (last.matches()) {
                add(numbered, last.group(1), last.group(2) == null ? 1 : Integer.parseInt(last.group(2)), place);
            }
        }
        for (SortedMap<Integer, Integer> levels : numbered.values()) {
            int from = levels.firstKey();
            if (levels.size() > 1 && from <= 1 && levels.lastKey() == from + levels.size() - 1) {
                return List.copyOf(levels.values());
            }
        }
        return named(columns);
    }

    private static void add(Map<String, SortedMap<Integer, Integer>> numbered, String name, int number, int place) {
        numbered.computeIfAbsent(name, unseen -> new TreeMap<>()).putIfAbsent(number, place);
    }

    private static List<Integer> named(List<String> columns) {
        List<String> plain = columns.stream().map(Nearest::plain).toList();
        List<Integer> best = List.of();
        for (List<String> names : NAMED) {
            List<Integer> found = new ArrayList<>();
            for (String name : names) {
                if (plain.contains(name)) {
                    found.add(plain.indexOf(name));
                }
            }
            boolean begins = plain.contains(names.get(0)) && plain.contains(names.get(1));
            best = begins && found.size() > best.size() ? found : best;
        }
        return best;
    }
}
