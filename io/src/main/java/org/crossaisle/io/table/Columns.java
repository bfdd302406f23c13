package org.crossaisle.io.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<Integer> taken = new HashSet<>();
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
        Set<String> names = new HashSet<>();
        for (int place = 0; place < seen; place++) {
            boolean first = names.add(reader.columns().get(place));
            if (!used.contains(place) && first) {
                others.add(place);
            }
        }
    }

    private int place(Column column) {
        List<String> found = reader.columns();
        String mapped = mapping.of(column);
        if (mapping.leavesOut(column)) {
            return NONE;
        }
        int exact = mapped.isEmpty() ? NONE : found.indexOf(mapped);
        if (exact != NONE) {
            mapping.used(column);
            return only(exact, column);
        }
        for (int alias = -1; alias < column.aliases().size(); alias++) {
            String name =
                    Nearest.plain(alias < 0 ? column.name() : column.aliases().get(alias));
            for (int place = 0; place < found.size(); place++) {
                if (Nearest.plain(found.get(place)).equals(name)) {
                    return only(place, column);
                }
            }
        }
        return NONE;
    }

    /** @throws RecsException INPUT_UNREADABLE when another column has the same name */
    private int only(int place, Column column) {
        List<String> found = reader.columns();
        String name = found.get(place);
        if (found.lastIndexOf(name) != place) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    reader.name() + " has the column " + name + " more than once, and it is the " + column.name()
                            + ": which one is meant? Rename one of them.");
        }
        return place;
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
                        + ". Name it with " + mapping.option(column) + "." + advice());
    }

    /** What else may help when a column is missing. */
    private String advice() {
        if (!reader.objectLists().isEmpty()) {
            String list = reader.objectLists().get(0).replaceFirst(" \\(.*", "");
            return " Lists of objects are not read as columns: " + String.join("; ", reader.objectLists()) + ". With"
                    + " --unnest " + list + " each element is a row, with columns such as " + list + ".NAME.";
        }
        return reader.format().contains("CSV") ? " If the first row is data, say --no-header." : "";
    }

    /** The position of a column in the table, or {@link #NONE}. */
    public int of(Column column) {
        return places.getOrDefault(column.name(), NONE);
    }

    /** The positions of all other columns of the table; of those with one name the first. */
    public List<Integer> others() {
        return others;
    }

    /** Takes a column for a purpose of its own, so that it is none of the others. */
    public void take(int place) {
        taken.add(place);
        others.remove((Integer) place);
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
