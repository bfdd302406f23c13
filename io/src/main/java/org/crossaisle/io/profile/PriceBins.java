package org.crossaisle.io.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bins for prices, which range over orders of magnitude: free, then from 1, 2 and 5 times each power of ten. */
final class PriceBins {
    private static final double[] STEPS = {1, 2, 5};
    private static final int MOST_EMPTY = 30; // bins between the lowest and the highest price

    private final SortedMap<Integer, Long> counts = new TreeMap<>(); // by number of the bin: 3 * decade + step
    private long free;

    /** @param price finite, at least 0 */
    void add(double price) {
        if (price == 0) {
            free++;
        } else {
            counts.merge(bin(price), 1L, Long::sum);
        }
    }

    private static int bin(double price) {
        int decade = (int) Math.floor(Math.log10(price));
        int bin = STEPS.length * decade;
        // The logarithm of a power of ten may lie a rounding error below its whole number.
        while (lower(bin + 1) <= price) {
            bin++;
        }
        return bin;
    }

    /** The lowest price of a bin. */
    private static double lower(int bin) {
        int decade = Math.floorDiv(bin, STEPS.length);
        double step = STEPS[Math.floorMod(bin, STEPS.length)];
        return decade >= 0 ? step * Math.pow(10, decade) : step / Math.pow(10, -decade);
    }

    Histogram histogram() {
        List<Histogram.Bin> bins = new ArrayList<>();
        if (free > 0) {
            bins.add(new Histogram.Bin("0", free));
        }
        if (!counts.isEmpty() && counts.lastKey() - counts.firstKey() < MOST_EMPTY) {
            for (int bin = counts.firstKey(); bin <= counts.lastKey(); bin++) {
                bins.add(new Histogram.Bin(label(bin), counts.getOrDefault(bin, 0L)));
            }
        } else {
            for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
                bins.add(new Histogram.Bin(label(bin.getKey()), bin.getValue()));
            }
        }
        return new Histogram(bins);
    }

    private static String label(int bin) {
        return plain(lower(bin)) + " to " + plain(lower(bin + 1));
    }

    private static String plain(double price) {
        return new java.math.BigDecimal(Double.toString(price))
                .stripTrailingZeros()
                .toPlainString();
    }
}
