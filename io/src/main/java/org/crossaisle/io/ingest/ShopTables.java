package org.crossaisle.io.ingest;

import java.util.SortedMap;
import org.crossaisle.io.table.RowReader;

/** The tables of a shop that is imported: "items", "events", "users" and "categories". */
public interface ShopTables {
    /** True when there is such a table. Items and events are always there. */
    boolean has(String table);

    /**
     * Opens a table, each time from its beginning. The items are read to their end before the events are opened.
     *
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE or COLUMN_MISSING when it cannot be read
     */
    RowReader open(String table);

    /** True when a table has the names of our columns and the categories are written as paths such as {@code A>B}. */
    boolean isOurs(String table);

    /** The id of the item that events call by a name; the name itself when the items give no other. */
    String itemId(String name);

    /** Whether the events were simulated. */
    boolean simulated();

    /** How the tables are read, for the provenance; empty when only the settings of the import say it. */
    SortedMap<String, String> settings();
}
