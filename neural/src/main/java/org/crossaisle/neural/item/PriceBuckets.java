package org.crossaisle.neural.item;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.PriceScale;

/**
 * The decile of an item's price among items of its kind, computed from the known items; from cheap for its kind to
 * expensive.
 */
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

    /** The decile, from 0, the cheapest; empty if the item or all known items have no price. */
    OptionalInt of(int item) {
        OptionalDouble z = scale.of(item);
        return z.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(BUCKETS - 1, (long) below(z.getAsDouble()) * BUCKETS / known.length));
    }

    /** Number of known items that are cheaper. */
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
