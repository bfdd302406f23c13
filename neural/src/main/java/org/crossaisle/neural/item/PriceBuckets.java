package org.crossaisle.neural.item;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.PriceScale;

/** In which tenth an item's price lies among those of its kind, by the known items: from cheap for what it is to dear. */
final class PriceBuckets {
    private static final int BUCKETS = 10;

    private final PriceScale scale;
    private final double[] known; // the z of the known items, ascending

    PriceBuckets(Catalog catalog, BitSet known) {
        scale = new PriceScale(catalog, known);
        this.known = known.stream()
                .mapToObj(scale::of)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
    }

    /** From 0, the cheapest tenth; empty when the item, or all that is known, has no price. */
    OptionalInt of(int item) {
        OptionalDouble z = scale.of(item);
        return z.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(BUCKETS - 1, (long) below(z.getAsDouble()) * BUCKETS / known.length));
    }

    /** How many known items are cheaper. */
    private int below(double z) {
        int from = 0;
        int to = known.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (known[middle] < z) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
