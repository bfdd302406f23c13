package org.crossaisle.recommend.crossing;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.catalog.CategoryLevel;

/** The items that a list should complement, and the ties of their categories at one level. */
public final class Basket {
    private final List<Integer> items;
    private final CategoryLevel level;
    private final CategoryTies ties;
    private final BitSet own; // categories of the items

    public Basket(List<Integer> items, CategoryLevel level, CategoryTies ties) {
        this.items = items;
        this.level = level;
        this.ties = ties;
        own = new BitSet(level.size());
        items.forEach(item -> {
            for (int category : level.of(item)) {
                own.set(category);
            }
        });
    }

    /** False for the items themselves and for their substitutes: all items that share a category with one of them. */
    public boolean admits(int item) {
        if (items.contains(item)) {
            return false;
        }
        for (int category : level.of(item)) {
            if (own.get(category)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How strongly an item is tied to the basket, in [0, 1): the mean over the basket's items of 1 - 1 / lift of the
     * strongest tie between their categories and the item's, 0 when no lift is above 1.
     */
    public double strength(int item) {
        double sum = 0;
        for (int from : items) {
            double most = 1;
            for (int a : level.of(from)) {
                for (int b : level.of(item)) {
                    most = Math.max(most, ties.lift(a, b));
                }
            }
            sum += 1 - 1 / most;
        }
        return sum / items.size();
    }

    /** The strength of an item of the most strongly tied category, 0 when none is tied. */
    double greatestStrength() {
        double greatest = 0;
        for (int to = 0; to < level.size(); to++) {
            double sum = 0;
            for (int from : items) {
                double most = 1;
                for (int a : level.of(from)) {
                    most = Math.max(most, ties.lift(a, to));
                }
                sum += 1 - 1 / most;
            }
            greatest = own.get(to) ? greatest : Math.max(greatest, sum / items.size());
        }
        return greatest;
    }
}
