package org.crossaisle.model.category;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.history.History;

/**
 * The categories of the items of a catalog at one level, numbered densely from 0 in the order of the tree. Immutable;
 * threads may share it.
 */
public final class CategoryNumbers {
    /** The number for an item or history without a category. */
    public static final int NONE = -1;

    private static final int[] NOWHERE = {};

    private final CategoryTree tree;
    private final CategoryLevel level;
    private final int[] numbers; // [categories]: those of the tree
    private final int[][] ofItems; // [items][dense numbers]

    public CategoryNumbers(Catalog catalog, CategoryLevel level) {
        this.tree = catalog.categories();
        this.level = level;
        BitSet used = new BitSet(level.size());
        for (int item = 0; item < catalog.size(); item++) {
            for (int category : level.of(item)) {
                used.set(category);
            }
        }
        numbers = used.stream().toArray();
        ofItems = new int[catalog.size()][];
        for (int item = 0; item < ofItems.length; item++) {
            ofItems[item] = Arrays.stream(level.of(item))
                    .map(category -> Arrays.binarySearch(numbers, category))
                    .toArray();
        }
    }

    public CategoryLevel level() {
        return level;
    }

    /** The number of categories. */
    public int size() {
        return numbers.length;
    }

    /** The number of a category in the tree. */
    public int number(int category) {
        return numbers[category];
    }

    /** The numbers of all of them in the tree: [categories], ascending. A copy. */
    public int[] numbers() {
        return numbers.clone();
    }

    /**
     * For each category, the tree number of its ancestor (or itself) at a level no deeper than this one: [categories].
     */
    int[] above(int level) {
        return IntStream.of(numbers).map(category -> tree.upTo(category, level)).toArray();
    }

    /**
     * The categories of an item, the primary one first; none for an item newer than the catalog. Callers must not
     * change the array.
     */
    public int[] of(int item) {
        return item < ofItems.length ? ofItems[item] : NOWHERE;
    }

    /** The primary category of an item, {@link #NONE} where it has none. */
    public int primary(int item) {
        return of(item).length == 0 ? NONE : of(item)[0];
    }

    /** The categories of all items of a history. */
    public BitSet seen(History history) {
        BitSet seen = new BitSet(size());
        for (int position = 0; position < history.size(); position++) {
            for (int category : of(history.item(position))) {
                seen.set(category);
            }
        }
        return seen;
    }
}
