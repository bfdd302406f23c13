package org.crossaisle.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * All items of a shop. An item's <i>number</i> is its place in the list, dense from 0: row i of every item matrix.
 *
 * <p>Immutable; threads may share it.
 */
public final class Catalog {
    private final List<Item> items;
    private final Map<String, Integer> numbers;
    private final CategoryTree categories;

    /**
     * @param items in the order of their numbers
     * @throws IllegalArgumentException when two items have one id
     */
    public Catalog(List<Item> items) {
        this.items = List.copyOf(items);
        this.numbers = new HashMap<>(this.items.size() * 4 / 3 + 1);
        for (int number = 0; number < this.items.size(); number++) {
            String id = this.items.get(number).id();
            if (numbers.putIfAbsent(id, number) != null) {
                throw new IllegalArgumentException("two items have the id " + id);
            }
        }
        this.categories = new CategoryTree(this.items);
    }

    public int size() {
        return items.size();
    }

    public Item item(int number) {
        return items.get(number);
    }

    /** The number of the item with this id, empty when the shop does not sell it. */
    public OptionalInt number(String id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Every category of this catalog. */
    public CategoryTree categories() {
        return categories;
    }
}
