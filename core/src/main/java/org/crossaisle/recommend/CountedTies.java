package org.crossaisle.recommend;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/**
 * Ties counted from histories: of the users who met category A, the share who met B for the first time later, over the share
 * of all users who ever did so after some other category, smoothed towards no tie by ten users.
 *
 * <p>Counted in one pass. Immutable; threads may share it.
 */
final class CountedTies implements CategoryTies {
    private static final double SMOOTHING = 10;

    private final Map<Long, Integer> wentOn = new HashMap<>(); // (from, to): users who met to after from
    private final int[] met; // [categories]: users who met it
    private final int[] metLater; // [categories]: users who met it after another
    private int users;

    CountedTies(Dataset data, CategoryLevel level) {
        met = new int[level.size()];
        metLater = new int[level.size()];
        for (int user = 0; user < data.users(); user++) {
            count(data.history(user), level);
        }
    }

    private void count(History history, CategoryLevel level) {
        BitSet before = new BitSet();
        users += history.isEmpty() ? 0 : 1;
        for (int position = 0; position < history.size(); position++) {
            int[] categories = level.of(history.item(position));
            BitSet now = new BitSet();
            for (int to : categories) {
                if (!before.get(to)) {
                    now.set(to);
                    met[to]++;
                    metLater[to] += before.isEmpty() ? 0 : 1;
                    before.stream().forEach(from -> wentOn.merge(key(from, to), 1, Integer::sum));
                }
            }
            before.or(now); // after all of the item's own, which do not follow each other
        }
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }

    @Override
    public double lift(int from, int to) {
        double expected = users == 0 ? 0 : (double) metLater[to] / users;
        if (expected == 0) {
            return 1;
        }
        double rate = (wentOn.getOrDefault(key(from, to), 0) + SMOOTHING * expected) / (met[from] + SMOOTHING);
        return rate / expected;
    }
}
