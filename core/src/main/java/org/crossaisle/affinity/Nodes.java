package org.crossaisle.affinity;

import java.util.Arrays;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;

/**
 * The categories of the items at one level, numbered from 0 in tree order. Immutable.
 */
final class Nodes {
    static final int NONE = -1;

    private final int[] categories; // [nodes]
    private final int[] numbers; // [categories of the tree]: node or NONE
    private final int[][] ofItems; // [items][nodes]

    Nodes(Catalog catalog, CategoryLevel level) {
        if (level.size() != catalog.categories().size()) {
            throw new IllegalArgumentException("the level has " + level.size() + " categories, the catalog "
                    + catalog.categories().size() + ": expected a level of this catalog");
        }
        numbers = new int[level.size()];
        Arrays.fill(numbers, NONE);
        for (int item = 0; item < catalog.size(); item++) {
            for (int category : level.of(item)) {
                numbers[category] = 0;
            }
        }
        int count = 0;
        int[] used = new int[numbers.length];
        for (int category = 0; category < numbers.length; category++) {
            if (numbers[category] != NONE) {
                used[count] = category;
                numbers[category] = count++;
            }
        }
        categories = Arrays.copyOf(used, count);
        ofItems = new int[catalog.size()][];
        for (int item = 0; item < ofItems.length; item++) {
            ofItems[item] = Arrays.stream(level.of(item))
                    .map(category -> numbers[category])
                    .toArray();
        }
    }

    int size() {
        return categories.length;
    }

    int category(int node) {
        return categories[node];
    }

    /** The node of a category, or {@link #NONE}. */
    int of(int category) {
        return category < 0 || category >= numbers.length ? NONE : numbers[category];
    }

    int[] ofItem(int item) {
        return ofItems[item];
    }
}
