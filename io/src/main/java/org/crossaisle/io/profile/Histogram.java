package org.crossaisle.io.profile;

import java.util.List;
import org.crossaisle.Bounds;

/**
 * Counts in bins, in the order in which they are drawn.
 *
 * @param bins may be empty, when there is nothing to count
 */
public record Histogram(List<Bin> bins) {
    /**
     * One bar.
     *
     * @param label a range such as {@code 3-5}, a day, or a name
     * @param count at least 0
     */
    public record Bin(String label, long count) {
        public Bin {
            Bounds.atLeast("count", count, 0);
        }
    }

    public Histogram {
        bins = List.copyOf(bins);
    }

    /** The sum of all bins. */
    public long total() {
        return bins.stream().mapToLong(Bin::count).sum();
    }

    /** The count of the highest bin, 0 when there is none. */
    public long highest() {
        return bins.stream().mapToLong(Bin::count).max().orElse(0);
    }
}
