package org.crossaisle.io.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/**
 * A shop in figures. Nothing in it names a user.
 *
 * @param eventsPerUser how many users have so many interactions
 * @param eventsPerItem how many items have so many interactions
 * @param overTime interactions by day, week, month or year, in UTC; empty without times
 * @param actions interactions by action
 * @param categories for each level of the category tree, the items of its largest categories; an item in several
 *     categories counts in each
 * @param prices items by price, without those that have none
 */
public record ShopProfile(
        Histogram eventsPerUser,
        Histogram eventsPerItem,
        Histogram overTime,
        Histogram actions,
        List<Histogram> categories,
        Histogram prices) {
    /** How many categories of a level are shown. */
    static final int MOST_CATEGORIES = 15;

    /** How many levels of categories are shown. */
    static final int MOST_LEVELS = 4;

    public ShopProfile {
        categories = List.copyOf(categories);
    }

    public static ShopProfile of(Dataset data) {
        CountBins users = new CountBins();
        DayBins time = new DayBins();
        Map<Action, Long> actions = new TreeMap<>(Comparator.comparingInt(Action::code));
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            users.add(history.size());
            for (int position = 0; position < history.size(); position++) {
                actions.merge(history.action(position), 1L, Long::sum);
                if (history.time(position) != History.NO_TIME) {
                    time.add(history.time(position));
                }
            }
        }
        CountBins items = new CountBins();
        for (int count : data.itemCounts()) {
            items.add(count);
        }
        return new ShopProfile(
                users.histogram(),
                items.histogram(),
                time.histogram(),
                new Histogram(actions.entrySet().stream()
                        .map(entry -> new Histogram.Bin(entry.getKey().toString(), entry.getValue()))
                        .toList()),
                categories(data.catalog()),
                prices(data.catalog()));
    }

    private static Histogram prices(Catalog catalog) {
        PriceBins prices = new PriceBins();
        for (int item = 0; item < catalog.size(); item++) {
            catalog.item(item).price().ifPresent(prices::add);
        }
        return prices.histogram();
    }

    private static List<Histogram> categories(Catalog catalog) {
        CategoryTree tree = catalog.categories();
        List<Histogram> levels = new ArrayList<>();
        for (int level = 0; level < Math.min(MOST_LEVELS, tree.levels()); level++) {
            long[] items = new long[tree.size()];
            for (int item = 0; item < catalog.size(); item++) {
                BitSet counted = new BitSet();
                for (int category : tree.of(item)) {
                    counted.set(tree.upTo(category, level));
                }
                counted.stream().forEach(category -> items[category]++);
            }
            levels.add(largest(tree, items));
        }
        return levels;
    }

    private static Histogram largest(CategoryTree tree, long[] items) {
        List<Histogram.Bin> bins = new ArrayList<>();
        for (int category = 0; category < items.length; category++) {
            if (items[category] > 0) {
                bins.add(new Histogram.Bin(tree.path(category).toString(), items[category]));
            }
        }
        bins.sort(Comparator.comparingLong(Histogram.Bin::count).reversed().thenComparing(Histogram.Bin::label));
        return new Histogram(bins.subList(0, Math.min(MOST_CATEGORIES, bins.size())));
    }

    /** The share of items without an interaction, in [0, 1]; 0 for an empty catalog. */
    double itemsWithoutEvents() {
        return eventsPerItem.total() == 0 ? 0 : (double) withLabel(eventsPerItem, "0") / eventsPerItem.total();
    }

    private static long withLabel(Histogram histogram, String label) {
        return histogram.bins().stream()
                .filter(bin -> bin.label().equals(label))
                .mapToLong(Histogram.Bin::count)
                .sum();
    }
}
