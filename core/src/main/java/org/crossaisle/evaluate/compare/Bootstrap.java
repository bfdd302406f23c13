package org.crossaisle.evaluate.compare;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap over users: users are drawn with replacement, and the statistic is the mean over the targets of
 * the drawn users.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 *
 * @param resamples the number of resamples
 * @param seed the random seed
 */
public record Bootstrap(int resamples, long seed) {
    /** The settings of the protocol. */
    public static final Bootstrap DEFAULT = new Bootstrap(10_000, 20_260_101);

    private static final double TAIL = 0.025;

    /**
     * The interval that contains 95 % of the resampled means.
     *
     * @param low its lower end
     * @param high its upper end
     * @param pValue twice the share of resampled means on the rarer side of 0, at most 1
     */
    public record Interval(double low, double high, double pValue) {}

    /**
     * The interval of a mean over targets.
     *
     * @param users the user of each target: [targets]
     * @param values [targets]
     */
    public Interval of(int[] users, double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ofRatio(users, values, ones);
    }

    /**
     * The interval of the relative change of a mean, each resample's change divided by its own mean of the others.
     *
     * @param users the user of each target: [targets]
     * @param values [targets]
     * @param others what they are compared with, not below 0: [targets]
     */
    public Interval ofChange(int[] users, double[] values, double[] others) {
        double[] differences = values.clone();
        for (int at = 0; at < differences.length; at++) {
            differences[at] -= others[at];
        }
        return ofRatio(users, differences, others);
    }

    private Interval ofRatio(int[] users, double[] values, double[] bases) {
        if (Arrays.stream(bases).sum() == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        int[] distinct = Arrays.stream(users).sorted().distinct().toArray();
        double[] sums = new double[distinct.length];
        double[] baseSums = new double[distinct.length];
        for (int at = 0; at < users.length; at++) {
            int place = Arrays.binarySearch(distinct, users[at]);
            sums[place] += values[at];
            baseSums[place] += bases[at];
        }
        double[] ratios = IntStream.range(0, resamples)
                .parallel()
                .mapToDouble(draw -> resampled(sums, baseSums, new SplittableRandom(seed + draw)))
                .sorted()
                .toArray();
        double below = Arrays.stream(ratios).filter(ratio -> ratio <= 0).count();
        double above = Arrays.stream(ratios).filter(ratio -> ratio >= 0).count();
        return new Interval(
                ratios[(int) Math.floor(TAIL * (resamples - 1))],
                ratios[(int) Math.ceil((1 - TAIL) * (resamples - 1))],
                Math.min(1, 2 * Math.min(below, above) / resamples));
    }

    private static double resampled(double[] sums, double[] bases, SplittableRandom random) {
        double sum = 0;
        double base = 0;
        for (int at = 0; at < sums.length; at++) {
            int user = random.nextInt(sums.length);
            sum += sums[user];
            base += bases[user];
        }
        return sum / base;
    }

    /**
     * Holm's step-down correction of p-values: in ascending order, each is multiplied by the number of remaining ones,
     * and none may be smaller than the one before it.
     *
     * <p>Source: Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6,
     * 1979.
     */
    static double[] holm(double... pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[pValues.length];
        double least = 0;
        for (int at = 0; at < order.length; at++) {
            least = Math.max(least, Math.min(1, pValues[order[at]] * (order.length - at)));
            corrected[order[at]] = least;
        }
        return corrected;
    }
}
