package org.crossaisle.recommend.crossing;

import org.crossaisle.model.Query;

/**
 * Rounds a share of a list's places to a whole number. A share of 0.25 of ten places is two for half of the users and
 * three for the others, so that the mean over users is the share.
 */
public final class Rounding {
    /*
     * floor(x + u) with u uniform in [0, 1) has the mean x (stochastic rounding; Forsythe, Reprint of a note on
     * rounding-off errors, SIAM Review 1(1), 1959). u is a hash of the history's items and of its length alone, so a
     * query gets the same answer on every machine, and one more event of the user changes the rounding.
     */
    private static final double EXACT = 1e-9; // 0.07 * 100 is 7.000000000000001 and means 7

    private Rounding() {}

    public static int places(double share, int count, Query query) {
        double places = share * count;
        long rounded = Math.round(places);
        if (Math.abs(places - rounded) < EXACT) {
            return (int) rounded;
        }
        return (int) Math.min(count, Math.floor(places + uniform(query)));
    }

    /** In [0, 1), the same for the same history. */
    static double uniform(Query query) {
        long hash = query.history().size();
        for (int age = 0; age < query.history().size(); age++) {
            hash = mixed(hash * 31 + query.history().latest(age));
        }
        return (mixed(hash) >>> 11) * 0x1p-53;
    }

    /**
     * The finaliser of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
     */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
