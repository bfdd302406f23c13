package org.crossaisle.io.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;

/**
 * The positions of the wanted columns in a table. A column without a mapping is found by its name, else by the first of
 * its aliases that the table has.
 */
public final class Columns {
    /** The position of a column that the table does not have. */
    public static final int NONE = -1;

    private final RowReader reader;
    private final List<Column> wanted;
    private final ColumnMap mapping;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Integer> others = new ArrayList<>();
    private int seen;

    /**
     * @param wanted the columns to find
     * @throws RecsException COLUMN_MISSING when a required or mapped column is missing
     */
    public Columns(RowReader reader, List<Column> wanted, ColumnMap mapping) {
        this.reader = reader;
        this.wanted = List.copyOf(wanted);
        this.mapping = mapping;
        find();
        for (Column column : this.wanted) {
            if (column.required() && of(column) == NONE) {
                throw missing(column);
            }
        }
    }

    private void find() {
        seen = reader.columns().size();
        others.clear();
        TreeSet<Integer> used = new TreeSet<>();
        for (Column column : wanted) {
            int place = places.getOrDefault(column.name(), NONE);
            places.put(column.name(), place == NONE ? place(column) : place);
            used.add(of(column));
        }
        for (int place = 0; place < seen; place++) {
            if (!used.contains(place)) {
                others.add(place);
            }
        }
    }

    private int place(Column column) {
        List<String> found = reader.columns();
        String mapped = mapping.of(column);
        int exact = mapped.isEmpty() ? NONE : found.indexOf(mapped);
        if (exact != NONE) {
            mapping.used(column);
            return exact;
        }
        for (int alias = -1; alias < column.aliases().size(); alias++) {
            String name =
                    Nearest.plain(alias < 0 ? column.name() : column.aliases().get(alias));
            for (int place = 0; place < found.size(); place++) {
                if (Nearest.plain(found.get(place)).equals(name)) {
                    return place;
                }
            }
        }
        return NONE;
    }

    private RecsException missing(Column column) {
        List<String> found = reader.columns();
        String mapped = mapping.of(column);
        String needed = mapped.isEmpty() ? column.name() : mapped;
        return new RecsException(
                RecsException.Code.COLUMN_MISSING,
                reader.name() + " has no column " + needed
                        + (mapped.isEmpty() ? "" : " (mapped to " + column.name() + ")") + ". Found: "
                        + String.join(", ", found) + ". Nearest: " + Nearest.to(needed, found)
                        + ". Name it with --map " + column.name() + "=COLUMN.");
    }

    /** The position of a column in the table, or {@link #NONE}. */
    public int of(Column column) {
        return places.getOrDefault(column.name(), NONE);
    }

    /** The positions of all other columns of the table. */
    public List<Integer> others() {
        return others;
    }

    /** Adds columns that appeared since the last call; true when there were any. */
    public boolean refresh() {
        if (reader.columns().size() == seen) {
            return false;
        }
        find();
        return true;
    }
}
