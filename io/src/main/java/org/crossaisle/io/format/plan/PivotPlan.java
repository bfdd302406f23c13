package org.crossaisle.io.format.plan;

/**
 * A long table: each row has one property of an item. The properties become columns, and all rows of an item one row.
 *
 * @param key the column of the item
 * @param name the column with the name of the property
 * @param value the column with its value
 * @param time the column that says which of several values is the latest; empty for the order of the file
 */
public record PivotPlan(String key, String name, String value, String time) {
    public static final PivotPlan NONE = new PivotPlan("", "", "", "");

    public PivotPlan {
        if (key.isEmpty() != name.isEmpty() || key.isEmpty() != value.isEmpty()) {
            throw new IllegalArgumentException("pivot needs key, name and value");
        }
    }

    public boolean isNone() {
        return key.isEmpty();
    }
}
