package org.crossaisle.io.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Bins for counts that range over orders of magnitude: 0, 1, 2, 3-5, 6-10, 11-20, 21-50, 51-100, and so on in steps of
 * 1, 2 and 5. For one thread.
 */
final class CountBins {
    private static final int[] STEPS = {1, 2, 5};
    private static final int DECADES = 10;

    private final List<Integer> upper = new ArrayList<>(); // the last count of each bin, ascending
    private final long[] counts;

    CountBins() {
        upper.add(0);
        long decade = 1;
        for (int i = 0; i < DECADES; i++, decade *= 10) {
            for (int step : STEPS) {
                if (decade * step < Integer.MAX_VALUE) {
                    upper.add((int) (decade * step));
                }
            }
        }
        upper.add(Integer.MAX_VALUE);
        counts = new long[upper.size()];
    }

    /** Counts one user or item that has this many events. */
    void add(int count) {
        int bin = 0;
        while (upper.get(bin) < count) {
            bin++;
        }
        counts[bin]++;
    }

    /** The bins from the first to the last that has something, with the empty ones between. */
    Histogram histogram() {
        int first = 0;
        int last = counts.length - 1;
        while (first < counts.length && counts[first] == 0) {
            first++;
        }
        while (last >= 0 && counts[last] == 0) {
            last--;
        }
        List<Histogram.Bin> bins = new ArrayList<>();
        for (int bin = first; bin <= last; bin++) {
            bins.add(new Histogram.Bin(label(bin), counts[bin]));
        }
        return new Histogram(bins);
    }

    private String label(int bin) {
        int to = upper.get(bin);
        int from = bin == 0 ? 0 : upper.get(bin - 1) + 1;
        return from == to ? String.valueOf(to) : to == Integer.MAX_VALUE ? from + "+" : from + "-" + to;
    }
}
