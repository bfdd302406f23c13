package org.crossaisle.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryTree;

/**
 * Popular items of every category in turn: the most popular of each, then the second most popular of each, and so on,
 * so that a first list shows the breadth of the shop. Categories come in the order of their popularity; an item counts
 * for its primary category; items without one take their turn together.
 *
 * <p>Immutable; threads may share it.
 */
final class PopularItems {
    private final List<int[]>
            ofCategories; // the most popular category first; [items of the category], most popular first

    /** @param counts how often each item was chosen: [items] */
    PopularItems(CategoryLevel level, int[] counts) {
        Map<Integer, List<Integer>> items = new TreeMap<>();
        Map<Integer, Long> totals = new TreeMap<>();
        for (int item = 0; item < counts.length; item++) {
            int category = level.of(item).length == 0 ? CategoryTree.NONE : level.of(item)[0];
            items.computeIfAbsent(category, none -> new ArrayList<>()).add(item);
            totals.merge(category, (long) counts[item], Long::sum);
        }
        Comparator<Integer> mostPopularCategory = Comparator.comparing(totals::get, Comparator.reverseOrder());
        Comparator<Integer> mostPopularItem = Comparator.comparingInt(item -> -counts[item]);
        ofCategories = items.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(mostPopularCategory)) // stable: ties by number
                .map(category -> category.getValue().stream()
                        .sorted(mostPopularItem)
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
    }

    /** Allowed items, from the categories in turn; fewer than {@code count} only if fewer are allowed. */
    int[] list(int count, IntPredicate allowed) {
        IntStream.Builder list = IntStream.builder();
        int[] reached = new int[ofCategories.size()];
        int size = 0;
        boolean any = true;
        while (any && size < count) {
            any = false;
            for (int category = 0; category < reached.length && size < count; category++) {
                int[] items = ofCategories.get(category);
                while (reached[category] < items.length && !allowed.test(items[reached[category]])) {
                    reached[category]++;
                }
                if (reached[category] < items.length) {
                    list.add(items[reached[category]++]);
                    size++;
                    any = true;
                }
            }
        }
        return list.build().toArray();
    }
}
