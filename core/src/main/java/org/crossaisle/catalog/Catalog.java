package org.crossaisle.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.crossaisle.PublicApi;
import org.crossaisle.action.ActionVocabulary;

/**
 * All items of a shop, and the actions that users can take on them. An item's <i>number</i> is its place in the list,
 * dense from 0: row i of every item matrix.
 *
 * <p>Immutable; threads may share it.
 */
@PublicApi
public final class Catalog {
    private final List<Item> items;
    private final Map<String, Integer> numbers;
    private final CategoryTree categories;
    private final ActionVocabulary actions;

    /**
     * A catalog with the actions of a shop.
     *
     * @param items in the order of their numbers
     * @throws IllegalArgumentException when two items have one id
     */
    public Catalog(List<Item> items) {
        this(items, ActionVocabulary.SHOP);
    }

    /**
     * @param items in the order of their numbers
     * @param actions what users can do with the items
     * @throws IllegalArgumentException when two items have one id
     */
    public Catalog(List<Item> items, ActionVocabulary actions) {
        this.actions = actions;
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

    /**
     * A catalog of these items.
     *
     * @throws IllegalArgumentException when two items have one id
     */
    public static Catalog of(Item... items) {
        return new Catalog(List.of(items));
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

    /**
     * The number of the item with this id.
     *
     * @throws IllegalArgumentException when the shop does not sell it
     */
    public int requireNumber(String id) {
        return number(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "item \"" + id + "\" is not among the " + size() + " items of the catalog"));
    }

    /**
     * A copy of this catalog with other categories.
     *
     * @param others the paths of each item: [items]
     */
    public Catalog withCategories(List<List<CategoryPath>> others) {
        if (others.size() != items.size()) {
            throw new IllegalArgumentException(
                    "there are categories for " + others.size() + " items, must be for " + items.size());
        }
        return new Catalog(
                IntStream.range(0, items.size())
                        .mapToObj(item -> items.get(item).withCategories(others.get(item)))
                        .toList(),
                actions);
    }

    /** What users can do with the items. */
    public ActionVocabulary actions() {
        return actions;
    }

    /** Every category of this catalog. */
    public CategoryTree categories() {
        return categories;
    }
}
