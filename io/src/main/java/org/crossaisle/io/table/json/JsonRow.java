package org.crossaisle.io.table.json;

import java.util.List;
import java.util.Map;

/**
 * A row read from an object.
 *
 * @param line on which it begins
 * @param fault why it cannot be read, or empty
 * @param fields texts by column; may be shorter than the columns if the last ones are absent
 * @param lists the values of those fields that are lists, by column
 */
public record JsonRow(long line, String fault, List<String> fields, Map<Integer, List<String>> lists) {
    /** A row that cannot be read. */
    public static JsonRow fault(long line, String fault) {
        return new JsonRow(line, fault, List.of(), Map.of());
    }

    /** A field without surrounding white space, empty when the row does not have it. */
    public String text(int column) {
        return column < fields.size() ? fields.get(column).strip() : "";
    }

    public List<String> values(int column) {
        List<String> list = lists.get(column);
        if (list != null) {
            return list;
        }
        String text = text(column);
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
