package org.crossaisle.recommend;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/**
 * Ties counted from histories. Of the users who met category A before any event in B, the share who met B later, over the share
 * of those who are in B among the users who were never in A; both are smoothed towards the share of all users who are in B, by
 * ten users. A pair that fewer than five users went on with is not tied.
 *
 * <p>This is the lift of {@code explain.CategoryBridges}, counted on every event. Counted in one pass. Immutable; threads may
 * share it.
 */
final class CountedTies implements CategoryTies {
    private static final double SMOOTHING = 10;
    private static final int MINIMUM_USERS = 5;

    private final Map<Long, Integer> wentOn = new HashMap<>(); // (from, to): users who met to after from
    private final Map<Long, Integer> both = new HashMap<>(); // (from, to): users who met the two, in any order
    private final int[] met; // [categories]: users who met it
    private int users;

    CountedTies(Dataset data, CategoryLevel level) {
        met = new int[level.size()];
        for (int user = 0; user < data.users(); user++) {
            count(data.history(user), level);
        }
    }

    private void count(History history, CategoryLevel level) {
        BitSet before = new BitSet();
        users += history.isEmpty() ? 0 : 1;
        for (int position = 0; position < history.size(); position++) {
            BitSet now = new BitSet();
            for (int to : level.of(history.item(position))) {
                if (!before.get(to)) {
                    now.set(to);
                    before.stream().forEach(from -> wentOn.merge(key(from, to), 1, Integer::sum));
                }
            }
            before.or(now); // after all of the item's own, which do not follow each other
        }
        before.stream().forEach(from -> {
            met[from]++;
            before.stream().filter(to -> to != from).forEach(to -> both.merge(key(from, to), 1, Integer::sum));
        });
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }

    @Override
    public double lift(int from, int to) {
        int went = wentOn.getOrDefault(key(from, to), 0);
        if (went < MINIMUM_USERS) {
            return 1;
        }
        int together = both.getOrDefault(key(from, to), 0);
        double share = (double) met[to] / users;
        double rate = (went + SMOOTHING * share) / (met[from] - (together - went) + SMOOTHING);
        double others = (met[to] - together + SMOOTHING * share) / (users - met[from] + SMOOTHING);
        return rate / others;
    }
}
