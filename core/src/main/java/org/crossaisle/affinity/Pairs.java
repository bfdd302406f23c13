package org.crossaisle.affinity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The counts of each pair of nodes that some customer has; the lower node number comes first. <i>Forward</i> is
 * from the lower to the higher. About 100 bytes a pair, and 4 for each lag that is kept.
 */
final class Pairs {
    private static final Direction NOTHING = new Direction(0, 0, 0);

    private final PairTable table = new PairTable();
    int[] forward = new int[16]; // [pairs]: customers
    int[] backward = new int[16];
    int[] ties = new int[16];
    final DayCounts bought = new DayCounts();
    final DayCounts viewed = new DayCounts();
    private @Nullable LagSample[] lags = new LagSample[32]; // [2 pairs]: forward, backward

    /** The number of customer-days with both: [pairs]. */
    static final class DayCounts {
        int[] days = new int[16];
        double[] expected = new double[16];
        double[] variance = new double[16];

        private void grow(int capacity) {
            days = Arrays.copyOf(days, capacity);
            expected = Arrays.copyOf(expected, capacity);
            variance = Arrays.copyOf(variance, capacity);
        }

        CoOccurrence of(int pair) {
            return CoOccurrence.of(days[pair], expected[pair], variance[pair]);
        }
    }

    int size() {
        return table.size();
    }

    int low(int pair) {
        return table.first(pair);
    }

    int high(int pair) {
        return table.second(pair);
    }

    /** The pair of two nodes in either order, or {@link PairTable#NONE}. */
    int find(int one, int other) {
        return table.find(Math.min(one, other), Math.max(one, other));
    }

    int add(int one, int other) {
        int pair = table.add(Math.min(one, other), Math.max(one, other));
        if (pair == forward.length) {
            int capacity = 2 * pair;
            forward = Arrays.copyOf(forward, capacity);
            backward = Arrays.copyOf(backward, capacity);
            ties = Arrays.copyOf(ties, capacity);
            bought.grow(capacity);
            viewed.grow(capacity);
            lags = Arrays.copyOf(lags, 2 * capacity);
        }
        return pair;
    }

    /** The lags of one direction; creates the sample if there is none. */
    LagSample lags(int pair, boolean isForward) {
        int at = 2 * pair + (isForward ? 0 : 1);
        LagSample sample = lags[at];
        if (sample == null) {
            sample = new LagSample();
            lags[at] = sample;
        }
        return sample;
    }

    /** The quartiles of the lags: [2 pairs], null for a pair without lags. Drops the samples. */
    @Nullable
    Lag[] takeLags() {
        @Nullable Lag[] all = new Lag[2 * size()];
        for (int at = 0; at < all.length; at++) {
            LagSample sample = lags[at];
            all[at] = sample == null ? null : sample.lag();
            lags[at] = null;
        }
        return all;
    }

    /** The counts of two nodes, seen from the first. */
    Direction direction(int from, int to) {
        int pair = find(from, to);
        return pair == PairTable.NONE ? NOTHING : directionOf(pair, from < to);
    }

    /** The counts of a pair, seen from its lower node when {@code isForward}. */
    Direction directionOf(int pair, boolean isForward) {
        return isForward
                ? new Direction(forward[pair], backward[pair], ties[pair])
                : new Direction(backward[pair], forward[pair], ties[pair]);
    }
}
