package org.crossaisle.affinity;

import java.util.stream.IntStream;

/**
 * The strength of a prior relative to the counts: the shape a of the Gamma prior of a lift, in customers who went on.
 *
 * <p>The lift divided by the mean m of its prior is Gamma(a, a), so that greater means have wider priors. A count n
 * whose Poisson mean is lift times e is then negative binomial (DuMouchel, The American Statistician 53(3), 1999,
 * equation 4, with one Gamma in place of two): ln P = ln gamma(n + a) - ln gamma(a) + a ln(a / (a + m e)) - n ln(a + m
 * e) + what does not depend on a. The a of the greatest likelihood among powers of two is taken: empirical Bayes.
 */
final class PriorStrength {
    /** What is taken where there are too few pairs to learn it from. */
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
     * @param count how many went on
     * @param expected how many would by chance
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
