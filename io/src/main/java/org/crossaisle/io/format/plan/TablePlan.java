package org.crossaisle.io.format.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one table of a shop is read from files of a format. The steps are taken in this order: read, fill, join, empty,
 * keep rows, pivot, name columns and actions, group.
 *
 * @param table "events", "items", "users" or "categories"
 * @param description what such a file is called, for messages: "Shopify order export"
 * @param files names of the files in a directory, with {@code *} for any characters
 * @param read how the file is read
 * @param signature how it is recognised
 * @param where which rows are read: the values by column; {@code *} stands for any that is not empty
 * @param except which of those are left out
 * @param fill common fields that only the first of several rows has
 * @param joins columns of other files
 * @param pivot for a table with one property a row
 * @param columns where each of our columns comes from: the first expression that is not empty
 * @param actions our action by the name that the format has for it, or by {@code *} for all others; else a name is kept
 * @param defaultAction the action of a row that names none; empty if there is no such row
 * @param category how categories are written
 * @param empty texts that mean that there is no value, by column
 * @param html our columns that hold HTML, whose tags are removed
 * @param attributes further columns of the file that are kept; {@code *} for all
 * @param group whether several rows can be one item
 */
public record TablePlan(
        String table,
        String description,
        List<String> files,
        ReadPlan read,
        Signature signature,
        SortedMap<String, List<String>> where,
        SortedMap<String, List<String>> except,
        FillPlan fill,
        List<JoinPlan> joins,
        PivotPlan pivot,
        SortedMap<String, List<String>> columns,
        SortedMap<String, String> actions,
        String defaultAction,
        CategoryPlan category,
        SortedMap<String, List<String>> empty,
        List<String> html,
        List<String> attributes,
        Grouping group) {
    /** A value that stands for any that is not empty, and a column that stands for all that are left. */
    public static final String ANY = "*";

    /** Whether several rows of items can be one item. */
    public enum Grouping {
        /** Each row is an item. */
        NONE,
        /** The first value of each field counts. */
        FIRST,
        /** The last one counts. */
        LAST
    }

    /** The column of an item that names the product it is a variant of. */
    public static final String PARENT = "parent";

    /** The column of an item with further names that events may use for it. */
    public static final String ALSO = "also";

    private static final SortedMap<String, List<String>> COLUMNS = new TreeMap<>(Map.of(
            "events", List.of("user_id", "item_id", "event", "timestamp", "session_id", "value", "position"),
            "items", List.of("item_id", "title", "description", "brand", "price", "image", PARENT, ALSO),
            "users", List.of("user_id"),
            "categories", List.of("id", "name", "parent_id")));

    public TablePlan {
        files = List.copyOf(files);
        joins = List.copyOf(joins);
        html = List.copyOf(html);
        attributes = List.copyOf(attributes);
        where = Signature.Maps.ofLists(where);
        except = Signature.Maps.ofLists(except);
        columns = Signature.Maps.ofLists(columns);
        empty = Signature.Maps.ofLists(empty);
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        List<String> known = COLUMNS.get(table);
        if (known == null) {
            throw new IllegalArgumentException("there is no table " + table + "; expected one of " + COLUMNS.keySet());
        }
        for (String column : columns.keySet()) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(
                        "the table " + table + " has no column " + column + ". Expected: " + String.join(", ", known));
            }
        }
        for (String required : known.stream().filter(TablePlan::isId).toList()) {
            if (!columns.containsKey(required)) {
                throw new IllegalArgumentException("the table " + table + " needs the column " + required);
            }
        }
    }

    private static boolean isId(String column) {
        return column.equals("id") || column.equals("user_id") || column.equals("item_id");
    }

    /** The columns that the plan can name for a table, in the order in which they are read. */
    public static List<String> known(String table) {
        return COLUMNS.getOrDefault(table, List.of());
    }

    /** The columns of the file that must be there: without any of them a row has no id. */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>(read.header());
        if (required.isEmpty()) {
            columns.forEach((column, expressions) -> {
                if (isId(column) && expressions.size() == 1 && joins.isEmpty() && pivot.isNone()) {
                    required.addAll(new ColumnExpression(expressions.get(0)).columns());
                }
            });
        }
        return required;
    }

    /** All columns of the file that the plan reads as values. */
    public Set<String> used() {
        Set<String> used = new LinkedHashSet<>();
        List<String> expressions = new ArrayList<>(category.from());
        columns.values().forEach(expressions::addAll);
        expressions.forEach(expression -> used.addAll(new ColumnExpression(expression).columns()));
        return used;
    }
}
