package org.crossaisle.neural.rank;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.catalog.PriceScale;
import org.crossaisle.history.History;

/**
 * The features of a candidate given a history. Numeric: its popularity, how much of the history is in its categories,
 * whether the history contains its brand, how far its price is from the usual one. Crossed: the pairs of a category of
 * the history and a category of the candidate.
 *
 * <p>Immutable; threads may share it.
 */
final class ListFeatures {
    /** Number of numeric features. */
    static final int COUNT = 8;

    /** Number of buckets that crosses are hashed to. */
    static final int CROSSES = 1 << 16;

    /** Number of most recent items whose categories are crossed. */
    private static final int CROSSED = 5;

    private static final int MIXING = 0x9E3779B1;

    private final Catalog catalog;
    private final CategoryTree categories;
    private final PriceScale prices;
    private final double[] popularity; // [items]: ln(1 + count)

    /** @param counts number of training interactions of each item: [items] */
    ListFeatures(Catalog catalog, BitSet known, int... counts) {
        this.catalog = catalog;
        categories = catalog.categories();
        prices = new PriceScale(catalog, known);
        popularity = new double[counts.length];
        for (int item = 0; item < counts.length; item++) {
            popularity[item] = Math.log1p(counts[item]);
        }
    }

    boolean knows(int item) {
        return item < popularity.length;
    }

    /** The features that depend on a history, for any candidate. */
    OfHistory of(History history) {
        return new OfHistory(history);
    }

    /** The summary of one history. Not thread-safe. */
    final class OfHistory {
        private final Map<Integer, Integer> inCategory = new HashMap<>(); // category or ancestor -> interactions
        private final Set<String> brands = new HashSet<>();
        private final int[] latestCategories; // of the CROSSED most recent items
        private final int size;
        private final double usualPrice;
        private final int latest;

        OfHistory(History history) {
            int read = 0;
            int priced = 0;
            double sum = 0;
            int last = CategoryTree.NONE;
            int[] crossed = new int[CROSSED];
            int crosses = 0;
            for (int position = history.size() - 1; position >= 0; position--) {
                int item = history.item(position);
                if (!knows(item)) {
                    continue;
                }
                read++;
                int category = primary(item);
                last = read == 1 ? category : last;
                if (category != CategoryTree.NONE && crosses < CROSSED) {
                    crossed[crosses++] = category;
                }
                for (int at = category; at != CategoryTree.NONE; at = categories.parent(at)) {
                    inCategory.merge(at, 1, Integer::sum);
                }
                brands.add(catalog.item(item).brand());
                OptionalDouble price = prices.of(item);
                if (price.isPresent()) {
                    sum += price.getAsDouble();
                    priced++;
                }
            }
            brands.remove("");
            size = read;
            latest = last;
            usualPrice = priced == 0 ? 0 : sum / priced;
            latestCategories = java.util.Arrays.copyOf(crossed, crosses);
        }

        private int primary(int item) {
            int[] all = categories.of(item);
            return all.length == 0 ? CategoryTree.NONE : all[0];
        }

        /** Writes the {@link #COUNT} numeric features of a candidate, starting at {@code from}. */
        void write(int candidate, float[] into, int from) {
            int category = primary(candidate);
            int top = category == CategoryTree.NONE ? CategoryTree.NONE : categories.upTo(category, 0);
            int middle = category == CategoryTree.NONE ? CategoryTree.NONE : categories.upTo(category, 1);
            into[from] = (float) popularity[candidate] / 5;
            into[from + 1] = share(top);
            into[from + 2] = share(middle);
            into[from + 3] = share(category);
            into[from + 4] = depthShared(category, latest) / 3f;
            into[from + 5] = brands.contains(catalog.item(candidate).brand()) ? 1 : 0;
            into[from + 6] = (float) Math.min(2, Math.abs(prices.of(candidate).orElse(usualPrice) - usualPrice));
            into[from + 7] = (float) Math.log1p(size) / 3;
        }

        private float share(int category) {
            return size == 0 ? 0 : (float) inCategory.getOrDefault(category, 0) / size;
        }

        /** Number of levels that two categories share, counted from the department. */
        private int depthShared(int one, int other) {
            if (one == CategoryTree.NONE || other == CategoryTree.NONE) {
                return 0;
            }
            int level = 0;
            int most = Math.min(categories.depth(one), categories.depth(other));
            while (level <= most && categories.upTo(one, level) == categories.upTo(other, level)) {
                level++;
            }
            return level;
        }

        /** The buckets of the pairs of a recent category and a category of the candidate. */
        int[] crosses(int candidate) {
            int category = primary(candidate);
            int[] crosses = new int[latestCategories.length];
            for (int at = 0; at < crosses.length; at++) {
                int hash = (latestCategories[at] * MIXING + category) * MIXING;
                crosses[at] = (hash ^ (hash >>> 15)) & (CROSSES - 1);
            }
            return crosses;
        }
    }
}
