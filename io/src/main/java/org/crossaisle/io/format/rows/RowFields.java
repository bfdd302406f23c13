package org.crossaisle.io.format.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.table.RowReader;

/** The fields of the current row by the name of the column. Follows columns that appear later. For one thread. */
final class RowFields {
    private final RowReader rows;
    private final Map<String, Integer> places = new HashMap<>();
    private int seen;

    RowFields(RowReader rows) {
        this.rows = rows;
    }

    /** The field, empty when there is no such column. */
    String text(String column) {
        Integer place = place(column);
        return place == null ? "" : rows.text(place);
    }

    /** The values of a field that is a list; of another field its one text, or nothing if that is empty. */
    List<String> values(String column) {
        Integer place = place(column);
        return place == null ? List.of() : rows.values(place);
    }

    private @org.jspecify.annotations.Nullable Integer place(String column) {
        List<String> columns = rows.columns();
        while (seen < columns.size()) {
            places.putIfAbsent(columns.get(seen), seen);
            seen++;
        }
        return places.get(column);
    }
}
