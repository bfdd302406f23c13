package org.crossaisle.io.format.rows;

import java.util.HashMap;
import java.util.Map;

/**
 * The names by which events may call an item: its id, and what else the catalog gives, such as the SKU of a variant. A
 * name that two items have is no name of either. For one thread.
 */
public final class ItemNames {
    private static final String AMBIGUOUS = "";

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();

    void addItem(String id) {
        ids.put(id, id);
    }

    void addName(String name, String id) {
        if (!name.isEmpty() && !name.equals(id)) {
            others.merge(name, id, (before, now) -> before.equals(now) ? now : AMBIGUOUS);
        }
    }

    /** True when the catalog gave no names beside ids. */
    public boolean isEmpty() {
        return others.isEmpty();
    }

    /** The id of the item with this name; the name itself when no item has it. */
    public String id(String name) {
        String id = known(name);
        return id.isEmpty() ? name : id;
    }

    /** The id of the item with this name; empty when no item has it. */
    String known(String name) {
        String id = ids.get(name);
        return id == null ? others.getOrDefault(name, AMBIGUOUS) : id;
    }
}
