package org.crossaisle.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final double NO_RIDGE = 1e-15;

    private static double[] fit(double[][] examples, double ridge, double... targets) {
        return LogisticRegression.fit(
                examples.length, at -> examples[at], at -> targets[at], ridge, new double[examples[0].length]);
    }

    /** With a constant alone, the probability is the share of yes, and the weight its log-odds: log(1 / 3). */
    @Test
    void aConstant_getsTheLogOddsOfTheShare() {
        double[] learnt = fit(new double[][] {{1}, {1}, {1}, {1}}, NO_RIDGE, 1, 0, 0, 0);
        assertThat(learnt[0]).isCloseTo(-Math.log(3), within(1e-10));
        assertThat(LogisticRegression.probability(learnt, 1)).isCloseTo(0.25, within(1e-10));
    }

    /**
     * Two groups, of which 1 in 4 and 3 in 4 are yes: the constant is the log-odds of the first, log(1 / 3), and the
     * second weight what the second group has more, log(3) - log(1 / 3) = 2 log(3).
     */
    @Test
    void twoGroups_getTheirOwnShares() {
        double[][] examples = {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 1}, {1, 1}};
        double[] learnt = fit(examples, NO_RIDGE, 1, 0, 0, 0, 1, 1, 1, 0);
        assertThat(learnt).containsExactly(new double[] {-Math.log(3), 2 * Math.log(3)}, within(1e-9));
    }

    /** A target between 0 and 1 counts as that share of yes. */
    @Test
    void targetsThatAreShares_areReached() {
        double[] learnt = fit(new double[][] {{1}, {1}}, NO_RIDGE, 0.5, 0.1);
        assertThat(LogisticRegression.probability(learnt, 1)).isCloseTo(0.3, within(1e-10));
    }

    /** One example, x = 1, yes: at the maximum 1 - P = ridge * w. With w = 1 that is ridge = 1 - 1 / (1 + exp(-1)). */
    @Test
    void theRidge_balancesTheLikelihood() {
        double ridge = 1 - 1 / (1 + Math.exp(-1));
        assertThat(fit(new double[][] {{1}}, ridge, 1)[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void weightsThatMadeTheData_areFoundAgain() {
        double[] weights = {-2, 1.2, -0.7};
        Random random = new Random(3);
        double[][] examples = new double[30_000][];
        double[] targets = new double[examples.length];
        for (int at = 0; at < targets.length; at++) {
            examples[at] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            targets[at] = random.nextDouble() < LogisticRegression.probability(weights, examples[at]) ? 1 : 0;
        }
        assertThat(fit(examples, 1e-4, targets)).containsExactly(weights, within(0.06));
    }

    @Test
    void groupsWithoutOverlap_haveFiniteWeights() {
        double[] learnt = fit(new double[][] {{1, -1}, {1, -2}, {1, 1}, {1, 2}}, 1e-4, 0, 0, 1, 1);
        assertThat(learnt[1]).isPositive().isFinite();
    }

    @Test
    void featuresFarApart_stillConverge() {
        double[] learnt = fit(new double[][] {{1, -1000}, {1, 1000}, {1, -900}, {1, 900}}, 1e-4, 0, 1, 1, 0);
        // at the maximum the gradient is 0: mean of (target - P) x = ridge * w
        double[] gradient = new double[2];
        double[][] examples = {{1, -1000}, {1, 1000}, {1, -900}, {1, 900}};
        double[] targets = {0, 1, 1, 0};
        for (int at = 0; at < 4; at++) {
            double error = targets[at] - LogisticRegression.probability(learnt, examples[at]);
            gradient[0] += error / 4;
            gradient[1] += error * examples[at][1] / 4;
        }
        assertThat(gradient[0]).isCloseTo(1e-4 * learnt[0], within(1e-8));
        assertThat(gradient[1]).isCloseTo(1e-4 * learnt[1], within(1e-5));
    }
}
