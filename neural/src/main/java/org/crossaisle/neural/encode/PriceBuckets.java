package org.crossaisle.neural.encode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;

/**
 * Where an item's price lies among the prices of the known items of its department: in which tenth. A department with fewer
 * than {@value #MINIMUM_PRICES} prices is measured against the whole shop.
 */
final class PriceBuckets {
    private static final int BUCKETS = 10;
    private static final int MINIMUM_PRICES = 50;

    private final Catalog catalog;
    private final Map<String, double[]> sorted = new HashMap<>(); // department -> prices, ascending
    private final double[] all;

    PriceBuckets(Catalog catalog, BitSet known) {
        this.catalog = catalog;
        Map<String, double[]> prices = new HashMap<>();
        double[] every = known.stream()
                .filter(item -> catalog.item(item).price().isPresent())
                .mapToDouble(item -> catalog.item(item).price().getAsDouble())
                .sorted()
                .toArray();
        known.stream()
                .mapToObj(catalog::item)
                .map(PriceBuckets::department)
                .distinct()
                .forEach(department -> {
                    double[] own = known.stream()
                            .mapToObj(catalog::item)
                            .filter(item ->
                                    item.price().isPresent() && department(item).equals(department))
                            .mapToDouble(item -> item.price().getAsDouble())
                            .sorted()
                            .toArray();
                    prices.put(department, own.length < MINIMUM_PRICES ? every : own);
                });
        sorted.putAll(prices);
        all = every;
    }

    /** From 0, the cheapest tenth; empty when the item has no price. */
    Optional<Integer> of(int number) {
        Item item = catalog.item(number);
        double[] prices = sorted.getOrDefault(department(item), all);
        if (item.price().isEmpty() || prices.length == 0) {
            return Optional.empty();
        }
        int at = Arrays.binarySearch(prices, item.price().getAsDouble());
        int below = at >= 0 ? at : -at - 1;
        return Optional.of(Math.min(BUCKETS - 1, below * BUCKETS / prices.length));
    }

    private static String department(Item item) {
        return item.categories().stream()
                .findFirst()
                .map(CategoryPath::department)
                .orElse("");
    }
}
