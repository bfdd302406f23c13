package org.crossaisle.io.format.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A format in which shops and tools write their data.
 *
 * @param name as in {@code --format}
 * @param documentation the page on which its maker describes it
 * @param tables the tables it can hold; several plans of one table are alternatives, the first that fits is used
 */
public record ShopFormat(String name, String documentation, List<TablePlan> tables) {
    public ShopFormat {
        tables = List.copyOf(tables);
        if (name.isBlank() || tables.isEmpty()) {
            throw new IllegalArgumentException("a format needs a name and at least one table");
        }
    }

    /** The plans for a table, in the order in which they are tried. */
    public List<TablePlan> plans(String table) {
        return tables.stream().filter(plan -> plan.table().equals(table)).toList();
    }

    /** What its files are called: "a Shopify order export or a Shopify product export". */
    public String describe() {
        return tables.stream().map(TablePlan::description).distinct().collect(Collectors.joining(", "));
    }
}
