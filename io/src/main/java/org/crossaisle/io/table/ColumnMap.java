package org.crossaisle.io.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;

/**
 * The shop's names for our columns, such as {@code user_id=uid}. A name applies to every table that has the column, or,
 * with a table in front, to that table only: {@code items.item_id=sku}. An empty name leaves a column out.
 */
public final class ColumnMap {
    private final String table;
    private final Map<String, String> ourNames = new TreeMap<>(); // the shop's name by our name
    private final Set<String> used;

    private ColumnMap(String table, Set<String> used) {
        this.table = table;
        this.used = used;
    }

    /**
     * The mapping for each table.
     *
     * @param given the shop's names by ourNames, or by one of our aliases
     * @param tables the columns of each table, by the name of the table
     * @throws RecsException SETTING_INVALID when no table has such a column
     */
    public static Map<String, ColumnMap> read(Map<String, String> given, Map<String, List<Column>> tables) {
        Map<String, ColumnMap> maps = new TreeMap<>();
        Set<String> used = new HashSet<>();
        given.forEach((key, theirs) -> {
            boolean known = false;
            for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
                String prefix = table.getKey() + ".";
                String name = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
                for (Column column : table.getValue()) {
                    if (column.isCalled(name)) {
                        known = true;
                        maps.computeIfAbsent(table.getKey(), unseen -> new ColumnMap(unseen, used))
                                .ourNames
                                .put(column.name(), theirs);
                    }
                }
            }
            if (!known) {
                List<String> names = new ArrayList<>();
                tables.values().forEach(columns -> columns.forEach(column -> names.add(column.name())));
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "there is no column " + key + " to map " + theirs + " to. Nearest: "
                                + Nearest.to(key, names.stream().distinct().toList()));
            }
        });
        tables.keySet().forEach(table -> maps.computeIfAbsent(table, unseen -> new ColumnMap(unseen, used)));
        return maps;
    }

    /** The shop's name for a column, empty when it was not mapped. */
    String of(Column column) {
        return ourNames.getOrDefault(column.name(), "");
    }

    /** True when the column is to be left out: it was mapped to an empty name. */
    boolean leavesOut(Column column) {
        return ourNames.containsKey(column.name()) && of(column).isEmpty();
    }

    /** The option that maps a column of this table. */
    String option(Column column) {
        return "--map " + (table.isEmpty() ? "" : table + ".") + column.name() + "=COLUMN";
    }

    void used(Column column) {
        used.add(of(column));
    }

    /**
     * Checks that every mapped column was found. Must be called after the columns of all tables are known.
     *
     * @throws RecsException COLUMN_MISSING when a mapped column was not found in any table
     */
    public void requireUsed() {
        ourNames.forEach((our, theirs) -> {
            if (!theirs.isEmpty() && !used.contains(theirs)) {
                throw new RecsException(
                        RecsException.Code.COLUMN_MISSING,
                        "no table has the column " + theirs + " that was mapped to " + our + " (looked for in " + table
                                + ")");
            }
        });
    }
}
