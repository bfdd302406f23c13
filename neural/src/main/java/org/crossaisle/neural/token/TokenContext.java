package org.crossaisle.neural.token;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.crossaisle.history.Action;

/**
 * What is known at each token beside the items: how many there have been, how much of what was done was each kind of action, and
 * how old the example is, that is how long before the end of the training data what follows the token happened. All are about
 * as large as 1, and those without a bound are also given squared, as a straight line is not all they may mean.
 *
 * <p>Source: Covington, Adams and Sargin, RecSys 2016, sections 3.3 and 4.1: the age is 0 when an answer is asked for.
 */
public final class TokenContext {
    /** How many numbers tell them. */
    public static final int COUNT = Action.values().length + 4;

    private static final double DAY = TimeUnit.DAYS.toSeconds(1);
    private static final double LARGE_COUNT = Math.log(50);
    private static final double LARGE_AGE = Math.log(1000); // days

    private TokenContext() {}

    /**
     * They, row after row: [rows, COUNT].
     *
     * @param age whether the age is told; else it is always 0
     */
    public static float[] of(Tokens tokens, boolean age) {
        int[] places = tokens.packing().fromStart();
        float[] all = new float[places.length * COUNT];
        int[] actions = new int[Action.values().length];
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
