package org.crossaisle.model.count;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The first items of each group, such as a category or a brand: capped lists stored in one array. Immutable. */
final class CappedGroups {
    private final int[] starts; // [groups + 1]
    private final int[] items;

    private CappedGroups(int[] starts, int[] items) {
        this.starts = starts;
        this.items = items;
    }

    /**
     * Groups items.
     *
     * @param order items, those to be kept first
     * @param most how many each group keeps
     * @param groupsOf the groups of an item, each in [0, groups)
     */
    static CappedGroups of(int[] order, int groups, int most, IntFunction<int[]> groupsOf) {
        int[] starts = new int[groups + 1];
        for (int item : order) {
            for (int group : groupsOf.apply(item)) {
                starts[group + 1] = Math.min(most, starts[group + 1] + 1);
            }
        }
        Arrays.parallelPrefix(starts, Math::addExact);
        int[] items = new int[starts[groups]];
        int[] next = Arrays.copyOf(starts, groups);
        for (int item : order) {
            for (int group : groupsOf.apply(item)) {
                if (next[group] < starts[group + 1]) {
                    items[next[group]++] = item;
                }
            }
        }
        return new CappedGroups(starts, items);
    }

    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    int item(int group, int at) {
        return items[starts[group] + at];
    }
}
