package org.crossaisle.model.count;

import java.util.Arrays;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryTree;

/**
 * The department of each item: that of its primary category; items without a category form a department of their own.
 * Immutable; threads may share it.
 */
public final class Departments {
    /** The value for when departments do not matter. */
    public static final Departments NONE = new Departments(new int[0], 0);

    private final int[] ofItems; // [items]
    private final int count;

    private Departments(int[] ofItems, int count) {
        this.ofItems = ofItems;
        this.count = count;
    }

    static Departments of(Catalog catalog) {
        CategoryTree tree = catalog.categories();
        int[] ofItems = new int[catalog.size()];
        for (int item = 0; item < ofItems.length; item++) {
            int[] paths = tree.of(item);
            ofItems[item] = paths.length == 0 ? tree.size() : tree.upTo(paths[0], 0);
        }
        return new Departments(ofItems, tree.size() + 1);
    }

    /**
     * Transforms scores of at least 0 so that each department's best item comes before any department's second: minus
     * the rank within the department, plus a share of less than 1 that keeps the order of the scores. Ties within a
     * department go to the lower item number.
     */
    void alternate(float[] scores) {
        if (count == 0) {
            return;
        }
        long[] order = new long[scores.length]; // greatest score first: floats >= 0 are ordered like their bits
        float most = 0;
        for (int item = 0; item < scores.length; item++) {
            most = Math.max(most, scores[item]);
            order[item] = ((long) ~Float.floatToRawIntBits(scores[item]) << 32) | item;
        }
        Arrays.sort(order);
        int[] ranks = new int[count];
        for (long entry : order) {
            int item = (int) entry;
            scores[item] = scores[item] / (most + 1) - ++ranks[ofItems[item]];
        }
    }
}
