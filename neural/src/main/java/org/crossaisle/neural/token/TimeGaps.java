package org.crossaisle.neural.token;

import org.crossaisle.history.History;

/**
 * Buckets of time intervals on a logarithmic scale: two for each doubling, from one minute up to ten years. Bucket 0 is
 * an unknown interval.
 */
public final class TimeGaps {
    /** Number of buckets. */
    public static final int BUCKETS = 48;

    private static final double MINUTE = 60;

    private TimeGaps() {}

    /**
     * The bucket of the interval between two times, each in seconds or {@link History#NO_TIME}; a negative interval
     * counts as 0.
     */
    public static int bucket(long from, long to) {
        if (from == History.NO_TIME || to == History.NO_TIME) {
            return 0;
        }
        double minutes = Math.max(0, to - from) / MINUTE;
        int doublings = (int) (2 * Math.log(1 + minutes) / Math.log(2));
        return Math.min(BUCKETS - 1, 1 + doublings);
    }

    /** The bucket of the interval from each token to the event that follows it: [rows]. */
    public static int[] untilNext(Tokens tokens) {
        int[] buckets = new int[tokens.times().length];
        for (int row = 0; row < buckets.length; row++) {
            buckets[row] = bucket(tokens.times()[row], tokens.nextTimes()[row]);
        }
        return buckets;
    }
}
