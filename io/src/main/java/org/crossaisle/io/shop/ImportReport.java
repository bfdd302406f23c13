package org.crossaisle.io.shop;

import java.util.List;
import org.crossaisle.PublicApi;

/**
 * The report of an import: what was read, kept, dropped and created.
 *
 * @param tables each table that was read
 * @param users how many users the shop has
 * @param items how many items
 * @param events how many events are stored
 * @param interactions how many interactions the data set has
 * @param returns events that are not interactions because they return an item
 * @param collapsed events merged into the interaction before them
 * @param timed true when the events have times
 * @param simulated true when the events were simulated
 */
@PublicApi
public record ImportReport(
        List<TableReport> tables,
        int users,
        int items,
        long events,
        long interactions,
        long returns,
        long collapsed,
        boolean timed,
        boolean simulated) {
    public ImportReport {
        tables = List.copyOf(tables);
    }

    /**
     * The report on one table.
     *
     * @throws IllegalArgumentException when there was no such table
     */
    public TableReport table(String name) {
        return tables.stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name + " was imported"));
    }

    /** The report as readable text. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        tables.forEach(table -> table.writeTo(text));
        text.append(String.format("shop: %,d users, %,d items, %,d events%n", users, items, events));
        text.append(String.format(
                "data set: %,d interactions; left out: %,d returns, %,d events merged into the one before%n",
                interactions, returns, collapsed));
        if (!timed) {
            text.append(String.format("the shop's events have no times: the order of the file is the order%n"));
        }
        if (simulated) {
            text.append(String.format("the events were simulated%n"));
        }
        return text.toString();
    }
}
