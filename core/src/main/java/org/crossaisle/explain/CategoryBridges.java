package org.crossaisle.explain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;

/**
 * How customers move from category to category at one level. Only purchases and reviews are counted where the data have any,
 * since a view starts no clock and makes no buyer; else every event is.
 *
 * <p>For categories A and B, a customer <i>goes on</i> from A to B when their first event in B comes after their first in A.
 * With n(A, not B) those who came to A before any event in B, and n(AB) those of them who went on, the rate is
 * r = (n(AB) + m p) / (n(A, not B) + m), smoothed towards the share p of all customers who are in B by m = 10 customers. The
 * lift is r over the same rate among those who were never in A. The lag is the median of the days between the two
 * first events, of at most 1,000 customers. A pair that fewer than 5 customers went on with is not told.
 *
 * <p>Long histories have more categories of every kind, so a lift above 1 is a habit of customers, not a cause. Counted in one
 * pass. Immutable; threads may share it.
 */
public final class CategoryBridges {
    private static final int MINIMUM_USERS = 5;
    private static final double SMOOTHING = 10;
    private static final int MOST_LAGS = 1_000;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final CategoryLevel level;
    private final boolean timed;
    private final boolean ofBuyers;
    private final int users;
    private final int[] inCategory; // [categories]: customers with an event in it
    private final Map<Long, Pair> pairs = new HashMap<>();

    /** The customers of one pair of categories. */
    private static final class Pair {
        private int wentOn;
        private int both; // in any order
        private int hadOther; // came to the first category with the second already there, or on the same event
        private long[] lags = new long[4]; // seconds
        private int size;

        void addLag(long lag) {
            if (size < MOST_LAGS) {
                lags = size == lags.length ? Arrays.copyOf(lags, 2 * size) : lags;
                lags[size++] = lag;
            }
        }

        /** The median, in whole days, halves rounded up. */
        long medianDays() {
            long[] sorted = Arrays.copyOf(lags, size);
            Arrays.sort(sorted);
            double middle = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2.0;
            return Math.round(middle / SECONDS_OF_A_DAY);
        }
    }

    /** Counts the moves of all users. */
    public CategoryBridges(Dataset data, CategoryLevel level) {
        this.level = level;
        timed = data.hasTimes();
        ofBuyers = data.hasPossession();
        inCategory = new int[level.size()];
        int counted = 0;
        int[] order = new int[level.size()];
        int[] firsts = new int[level.size()];
        for (int user = 0; user < data.users(); user++) {
            int categories = firsts(data.history(user), order, firsts);
            counted += categories > 0 ? 1 : 0;
            count(data.history(user), order, firsts, categories);
        }
        users = counted;
    }

    /** The categories of a history in the order they were first met, and where: returns how many. */
    private int firsts(History history, int[] order, int[] firsts) {
        BitSet met = new BitSet(level.size());
        int count = 0;
        for (int position = 0; position < history.size(); position++) {
            Action action = history.action(position);
            if (ofBuyers ? action.showsPossession() : action.showsInterest()) {
                for (int category : level.of(history.item(position))) {
                    if (!met.get(category)) {
                        met.set(category);
                        order[count] = category;
                        firsts[count++] = position;
                    }
                }
            }
        }
        return count;
    }

    private void count(History history, int[] order, int[] firsts, int categories) {
        for (int a = 0; a < categories; a++) {
            inCategory[order[a]]++;
            for (int b = 0; b < categories; b++) {
                if (a == b) {
                    continue;
                }
                Pair pair = pairs.computeIfAbsent(key(order[a], order[b]), unseen -> new Pair());
                pair.both++;
                if (firsts[b] > firsts[a]) {
                    pair.wentOn++;
                    if (timed) {
                        pair.addLag(history.time(firsts[b]) - history.time(firsts[a]));
                    }
                } else {
                    pair.hadOther++;
                }
            }
        }
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }

    /** The bridge from one category to another, if enough customers went over it. */
    public Optional<Reason.CategoryBridge> bridge(int from, int to) {
        Pair pair = pairs.get(key(from, to));
        if (pair == null || pair.wentOn < MINIMUM_USERS) {
            return Optional.empty();
        }
        double share = (double) inCategory[to] / users;
        double rate = (pair.wentOn + SMOOTHING * share) / (inCategory[from] - pair.hadOther + SMOOTHING);
        double others = (inCategory[to] - pair.both + SMOOTHING * share) / (users - inCategory[from] + SMOOTHING);
        OptionalLong lag = timed ? OptionalLong.of(pair.medianDays()) : OptionalLong.empty();
        return Optional.of(
                new Reason.CategoryBridge(level.path(from), level.path(to), rate / others, lag, pair.wentOn, ofBuyers));
    }

    /** The bridge of the greatest lift above 1 from a category of the history to one of the item that is new to it. */
    public Optional<Reason.CategoryBridge> best(History history, int item) {
        BitSet seen = history.categories(level);
        Optional<Reason.CategoryBridge> best = Optional.empty();
        if (!level.isNew(item, seen)) {
            return best;
        }
        for (int to : level.of(item)) {
            for (int from = seen.nextSetBit(0); from >= 0; from = seen.nextSetBit(from + 1)) {
                Optional<Reason.CategoryBridge> bridge = bridge(from, to);
                double least = best.map(Reason.CategoryBridge::lift).orElse(1.0);
                if (bridge.isPresent() && bridge.get().lift() > least) {
                    best = bridge;
                }
            }
        }
        return best;
    }
}
