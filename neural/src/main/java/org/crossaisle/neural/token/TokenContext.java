package org.crossaisle.neural.token;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Numeric features of the state at each token, beside the items: how many items there have been, the share of each kind
 * of action, and the age of the example, that is how long before the end of the training data the event that follows
 * the token happened. All are of the order of 1. Unbounded features are also given squared, because their effect need
 * not be linear.
 *
 * <p>Source: Covington, Adams and Sargin, RecSys 2016, sections 3.3 and 4.1: the age is 0 at inference.
 */
public final class TokenContext {
    private static final double DAY = TimeUnit.DAYS.toSeconds(1);
    private static final double LARGE_COUNT = Math.log(50);
    private static final double LARGE_AGE = Math.log(1000); // days

    private TokenContext() {}

    /** The number of features when there are so many actions. */
    public static int count(int actions) {
        return actions + 4;
    }

    /**
     * The features, row by row: [rows, count].
     *
     * @param kinds the number of actions there are
     * @param age whether to include the age; if not, it is always 0
     */
    public static float[] of(Tokens tokens, int kinds, boolean age) {
        int[] places = tokens.packing().fromStart();
        float[] all = new float[places.length * count(kinds)];
        int[] actions = new int[kinds];
        int at = 0;
        for (int row = 0; row < places.length; row++) {
            if (places[row] == 0) {
                Arrays.fill(actions, 0);
            }
            actions[tokens.actions()[row]]++;
            int count = places[row] + 1;
            for (int action : actions) {
                all[at++] = (float) action / count;
            }
            at = put(all, at, Math.log(count) / LARGE_COUNT);
            at = put(all, at, age ? Math.log1p(tokens.age(row) / DAY) / LARGE_AGE : 0);
        }
        return all;
    }

    private static int put(float[] all, int at, double value) {
        all[at] = (float) value;
        all[at + 1] = (float) (value * value);
        return at + 2;
    }
}
