package org.crossaisle.metric;

/** The number of ranks that count. */
final class Cutoff {
    private Cutoff() {}

    static void check(int cutoff) {
        if (cutoff < 1) {
            throw new IllegalArgumentException("cutoff is " + cutoff + ", must be at least 1");
        }
    }
}
