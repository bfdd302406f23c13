package org.crossaisle.io.format.plan;

import java.util.List;

/**
 * Rows that belong together and of which only the first has the common fields: the line items of an order, the variants
 * of a product. An empty field takes the value of the row before it that has the same key.
 *
 * @param by the columns of the key
 * @param columns the columns that are filled
 */
public record FillPlan(List<String> by, List<String> columns) {
    public static final FillPlan NONE = new FillPlan(List.of(), List.of());

    public FillPlan {
        by = List.copyOf(by);
        columns = List.copyOf(columns);
        if (by.isEmpty() != columns.isEmpty()) {
            throw new IllegalArgumentException("fill needs both by and columns");
        }
    }

    public boolean isNone() {
        return by.isEmpty();
    }
}
