package org.crossaisle.affinity;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A uniform sample of at most 1,000 lags of one move: Vitter, Random sampling with a reservoir, ACM
 * TOMS 11(1), 1985, algorithm R.
 */
final class LagSample {
    static final int MOST = 1_000;

    private int[] seconds = new int[2];
    private int seen;

    void add(long lag, SplittableRandom random) {
        int value = (int) Math.min(Integer.MAX_VALUE, lag); // 68 years
        if (seen < MOST) {
            if (seen == seconds.length) {
                seconds = Arrays.copyOf(seconds, Math.min(MOST, 2 * seen));
            }
            seconds[seen] = value;
        } else {
            int place = random.nextInt(seen + 1);
            if (place < MOST) {
                seconds[place] = value;
            }
        }
        seen++;
    }

    Lag lag() {
        return Lag.ofSeconds(Arrays.copyOf(seconds, Math.min(seen, MOST)));
    }
}
