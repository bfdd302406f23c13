package org.crossaisle.affinity;

import java.util.stream.IntStream;

/**
 * The strength of a prior relative to the counts: the shape a of the Gamma prior of a lift, in customers who went on.
 *
 * <p>The lift divided by the mean m of its prior is Gamma(a, a), so that larger means have wider priors. A count n
 * whose Poisson mean is lift times e is then negative binomial (DuMouchel, The American Statistician 53(3), 1999,
 * equation 4, with one Gamma in place of two): ln P = ln gamma(n + a) - ln gamma(a) + a ln(a / (a + m e)) - n ln(a + m
 * e) + terms without a. The power of two with the highest likelihood is used (empirical Bayes).
 */
final class PriorStrength {
    /** The value used when there are too few pairs to learn it. */
    static final double DEFAULT = 1;

    private static final int FEWEST = 20;
    private static final int LEAST_POWER = -4;
    private static final int GREATEST_POWER = 10;

    private static final int SHAPES = GREATEST_POWER - LEAST_POWER + 1;

    /** ln gamma(a) and a ln(a), which are the same for all pairs: [shapes]. */
    private static final double[] LOG_GAMMAS =
            IntStream.range(0, SHAPES).mapToDouble(at -> LogGamma.of(shape(at))).toArray();

    private static final double[] LOG_POWERS = IntStream.range(0, SHAPES)
            .mapToDouble(at -> shape(at) * Math.log(shape(at)))
            .toArray();

    private final double[] likelihoods = new double[SHAPES];
    private int pairs;

    /**
     * Takes a pair into account.
     *
     * @param count the number who went on
     * @param expected the number expected by chance
     * @param mean of the prior
     */
    void add(double count, double expected, double mean) {
        if (expected <= 0) {
            return;
        }
        pairs++;
        for (int at = 0; at < likelihoods.length; at++) {
            double shape = shape(at);
            likelihoods[at] += LOG_POWERS[at] - (count + shape) * Math.log(shape + mean * expected);
            if (count > 0) {
                likelihoods[at] += LogGamma.of(count + shape) - LOG_GAMMAS[at];
            }
        }
    }

    double best() {
        if (pairs < FEWEST) {
            return DEFAULT;
        }
        int best = 0;
        for (int at = 1; at < likelihoods.length; at++) {
            best = likelihoods[at] > likelihoods[best] ? at : best;
        }
        return shape(best);
    }

    private static double shape(int at) {
        return Math.scalb(1.0, LEAST_POWER + at);
    }
}
