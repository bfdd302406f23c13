package org.crossaisle.catalog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;

/**
 * C<sub>l</sub>: the categories of each item at one level, after small categories were merged into their parents.
 *
 * <p>A category with fewer than {@code minimumItems} known items is merged into its parent, and so on upwards;
 * departments are never merged. An item whose path ends above the level is in its deepest category. An item without a
 * category is in none at any level, so it is neither within nor across categories.
 *
 * <p>The caller passes the known items: those of the training period, so that no level learns from the future.
 * Immutable; threads may share it.
 */
@PublicApi
public final class CategoryLevel {
    /** Categories with fewer training items than this are merged into their parent. */
    public static final int MINIMUM_ITEMS = 20;

    private final int level;
    private final CategoryTree tree;
    private final BitSet known;
    private final int minimumItems;
    private final int[] representatives; // [categories of the tree]
    private final int[][] ofItems; // [items][distinct categories at this level]

    /**
     * @param level from 0, the department
     * @param known the numbers of the items that were seen in training
     * @param minimumItems at least 1; 1 merges only categories no known item is in
     */
    public CategoryLevel(Catalog catalog, int level, BitSet known, int minimumItems) {
        Bounds.atLeast("level", level, 0);
        this.level = level;
        this.tree = catalog.categories();
        this.known = (BitSet) known.clone();
        this.minimumItems = minimumItems;
        int[] counts = new int[tree.size()];
        int[] lastItem = new int[tree.size()];
        Arrays.fill(lastItem, -1);
        known.stream().forEach(item -> {
            for (int leaf : tree.of(item)) {
                for (int at = leaf; at != CategoryTree.NONE && lastItem[at] != item; at = tree.parent(at)) {
                    counts[at]++;
                    lastItem[at] = item;
                }
            }
        });
        representatives = new int[tree.size()]; // parents come first, so their category is known
        for (int category = 0; category < representatives.length; category++) {
            int parent = tree.parent(category);
            boolean keeps = parent == CategoryTree.NONE
                    || (counts[category] >= minimumItems && representatives[parent] == parent);
            representatives[category] = keeps ? category : representatives[parent];
        }
        ofItems = IntStream.range(0, catalog.size())
                .mapToObj(item -> Arrays.stream(tree.of(item))
                        .map(this::representative)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }

    public int level() {
        return level;
    }

    /** True when some category is as deep as this level, so that the level differs from the one above. */
    public boolean isReached() {
        return IntStream.range(0, representatives.length)
                .anyMatch(category -> representatives[category] == category && tree.depth(category) == level);
    }

    /** The same level for another catalog of the same items, with the same known items. */
    public CategoryLevel of(Catalog other) {
        return new CategoryLevel(other, level, known, minimumItems);
    }

    /** The category at this level for an item of the given category of the tree. */
    public int representative(int category) {
        return representatives[tree.upTo(category, level)];
    }

    /** The number of categories in the whole tree. */
    public int size() {
        return tree.size();
    }

    public CategoryPath path(int category) {
        return tree.path(category);
    }

    /** C<sub>l</sub>(item), the primary one first. The array is not copied; callers must not change it. */
    public int[] of(int item) {
        return ofItems[item];
    }

    /** True when the item has a category here and shares none with {@code seen}. */
    public boolean isNew(int item, BitSet seen) {
        for (int category : ofItems[item]) {
            if (seen.get(category)) {
                return false;
            }
        }
        return ofItems[item].length > 0;
    }

    /** True when the two items share a category here. */
    public boolean share(int item, int other) {
        for (int a : ofItems[item]) {
            for (int b : ofItems[other]) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }
}
