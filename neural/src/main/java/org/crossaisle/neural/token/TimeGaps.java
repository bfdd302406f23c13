package org.crossaisle.neural.token;

import org.crossaisle.history.History;

/**
 * Lengths of time in buckets that grow with the length: two for each doubling of a minute, up to ten years; bucket 0 is a length
 * nobody knows.
 */
public final class TimeGaps {
    /** How many buckets there are. */
    public static final int BUCKETS = 48;

    private static final double MINUTE = 60;

    private TimeGaps() {}

    /** The bucket of the time from one moment to another, each in seconds or {@link History#NO_TIME}; what goes back is none. */
    public static int bucket(long from, long to) {
        if (from == History.NO_TIME || to == History.NO_TIME) {
            return 0;
        }
        double minutes = Math.max(0, to - from) / MINUTE;
        int doublings = (int) (2 * Math.log(1 + minutes) / Math.log(2));
        return Math.min(BUCKETS - 1, 1 + doublings);
    }

    /** The bucket of the time from each token to what follows it: [rows]. */
    public static int[] untilNext(Tokens tokens) {
        int[] buckets = new int[tokens.times().length];
        for (int row = 0; row < buckets.length; row++) {
            buckets[row] = bucket(tokens.times()[row], tokens.nextTimes()[row]);
        }
        return buckets;
    }
}
