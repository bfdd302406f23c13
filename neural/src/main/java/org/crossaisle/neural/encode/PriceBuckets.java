package org.crossaisle.neural.encode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;

/**
 * In which tenth of the prices of its department an item's price lies, by the known items. A department with fewer than
 * {@value #MINIMUM_PRICES} prices is measured against the whole shop.
 */
final class PriceBuckets {
    private static final int BUCKETS = 10;
    private static final int MINIMUM_PRICES = 50;

    private final Map<String, double[]> ofDepartments; // prices, ascending
    private final double[] ofShop;

    PriceBuckets(Catalog catalog, BitSet known) {
        Map<String, double[]> prices = known.stream()
                .mapToObj(catalog::item)
                .filter(item -> item.price().isPresent())
                .collect(Collectors.groupingBy(
                        PriceBuckets::department,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                items -> items.stream()
                                        .mapToDouble(item -> item.price().getAsDouble())
                                        .sorted()
                                        .toArray())));
        ofShop = prices.values().stream()
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        prices.values().removeIf(own -> own.length < MINIMUM_PRICES);
        ofDepartments = prices;
    }

    /** From 0, the cheapest tenth; empty when the item, or all that is known, has no price. */
    OptionalInt of(Item item) {
        double[] prices = ofDepartments.getOrDefault(department(item), ofShop);
        if (item.price().isEmpty() || prices.length == 0) {
            return OptionalInt.empty();
        }
        int below = firstNotBelow(prices, item.price().getAsDouble());
        return OptionalInt.of((int) Math.min(BUCKETS - 1, (long) below * BUCKETS / prices.length));
    }

    private static int firstNotBelow(double[] ascending, double price) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < price) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static String department(Item item) {
        return item.categories().stream()
                .findFirst()
                .map(CategoryPath::department)
                .orElse("");
    }
}
