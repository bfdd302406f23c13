package org.crossaisle.io.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;

/**
 * The columns of a table in DuckDB with the SQL that reads each as text. The fields of a structure are columns, with
 * its name in front: {@code geo.city}. Lists of structures are left out.
 *
 * @param names of the columns
 * @param texts the SQL expression of each
 * @param lists true for each column that is a list; its expression is a list of texts
 * @param objectLists names of the lists of structures, with the names in them
 */
record ParquetColumns(List<String> names, List<String> texts, List<Boolean> lists, List<String> objectLists) {
    private static final Pattern LIST = Pattern.compile("(.*)\\[\\d*]", Pattern.DOTALL);
    private static final int SHOWN = 6;

    /** @param table an SQL table expression */
    static ParquetColumns of(Statement statement, String table) throws SQLException {
        ParquetColumns columns =
                new ParquetColumns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        columns.describe(statement, table, "*", "", "");
        return columns;
    }

    private record Described(String name, String type) {}

    private static List<Described> described(Statement statement, String table, String what) throws SQLException {
        List<Described> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT " + what + " FROM " + table)) {
            while (rows.next()) {
                found.add(new Described(rows.getString("column_name"), rows.getString("column_type")));
            }
        }
        return found;
    }

    /** @param parent the SQL expression of the structure, with a dot, or empty */
    private void describe(Statement statement, String table, String what, String parent, String prefix)
            throws SQLException {
        for (Described column : described(statement, table, what)) {
            String expression = parent + quoted(column.name());
            String name = prefix + column.name();
            String type = column.type().toUpperCase(Locale.ROOT);
            if (LIST.matcher(type).matches()) {
                addList(statement, table, name, expression, type);
            } else if (type.startsWith("STRUCT(")) {
                describe(statement, table, "unnest(" + expression + ")", expression + ".", name + ".");
            } else {
                add(name, asText(expression, type), false);
            }
        }
    }

    private void addList(Statement statement, String table, String name, String expression, String type)
            throws SQLException {
        if (!type.startsWith("STRUCT(")) {
            add(name, asList(expression, type), true);
            return;
        }
        List<String> inside = described(statement, table, "unnest(" + expression + "[1])").stream()
                .map(Described::name)
                .limit(SHOWN)
                .toList();
        objectLists.add(name + " (" + String.join(", ", inside) + ")");
    }

    private void add(String name, String text, boolean list) {
        names.add(name);
        texts.add(text);
        lists.add(list);
    }

    private static String asText(String expression, String type) {
        return type.startsWith("TIMESTAMP") ? "epoch_ms(" + expression + ")::VARCHAR" : expression + "::VARCHAR";
    }

    /** A list of texts; an inner list is its values joined by {@code >}. */
    private static String asList(String expression, String type) {
        boolean inner = LIST.matcher(LIST.matcher(type).replaceFirst("$1")).matches();
        return inner
                ? "[array_to_string(value::VARCHAR[], '>') FOR value IN " + expression + "]"
                : expression + "::VARCHAR[]";
    }

    /** @throws RecsException COLUMN_MISSING when the table has no such list */
    void requireList(String table, String name) {
        List<String> known = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            if (lists.get(column)) {
                known.add(names.get(column));
            }
        }
        objectLists.forEach(list -> known.add(list.substring(0, list.lastIndexOf(" ("))));
        if (!known.contains(name)) {
            throw new RecsException(
                    RecsException.Code.COLUMN_MISSING,
                    table + " has no list " + name + " to unnest. Lists in it: "
                            + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
