package org.crossaisle.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.crossaisle.model.Shops;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The derivatives of both losses against differences, and one step worked by hand. */
class GradientTest {
    private static final double STEP = 1e-3;

    @RepeatedTest(50)
    void slopesByTheScores_areThoseOfFiniteDifferences(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(4);
        float[] history = values(size, random);
        float[] others = values(1 + random.nextInt(6), random);
        float[] weights = new float[size];
        Arrays.fill(weights, 1f / size);
        for (FactorLoss loss : FactorLoss.values()) {
            float[] up = history.clone();
            float[] down = others.clone();
            loss.slope().of(up, weights, down, 9);
            for (int at = 0; at < size; at++) {
                double difference = value(loss, history, at, STEP, weights, others, -1)
                        - value(loss, history, at, -STEP, weights, others, -1);
                assertThat(up[at]).isCloseTo((float) (difference / (2 * STEP)), within(2e-3f));
            }
            for (int at = 0; at < others.length; at++) {
                double difference = value(loss, history, -1, STEP, weights, others, at)
                        - value(loss, history, -1, -STEP, weights, others, at);
                assertThat(down[at]).isCloseTo((float) (difference / (2 * STEP)), within(2e-3f));
            }
        }
    }

    private static double value(
            FactorLoss loss, float[] history, int moved, double by, float[] weights, float[] others, int otherMoved) {
        float[] one = history.clone();
        float[] two = others.clone();
        if (moved >= 0) {
            one[moved] += (float) by;
        } else {
            two[otherMoved] += (float) by;
        }
        return loss.slope().of(one, weights, two, 9);
    }

    private static float[] values(int size, Random random) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * u = (1, 0), i = (0.5, 0.5), j = (0, 1), biases 0.1 and 0.3, decay 0.1, rate 0.2. x_i = 0.5 + 0.1 = 0.6, x_j =
     * 0.3; they lie 0.3 apart, wrong = 1 / (1 + e^0.3) = 0.425557, the loss ln(1 + e^-0.3) = 0.554355. Gradients: of u
     * (0.1, 0) - 0.425557 (0.5, -0.5) = (-0.112779, 0.212779), of i (0.05, 0.05) - 0.425557 (1, 0) = (-0.375557, 0.05),
     * of j (0, 0.1) + 0.425557 (1, 0) = (0.425557, 0.1); of the biases 0.01 - 0.425557 = -0.415557 and 0.03 + 0.425557
     * = 0.455557. Roots of the mean squares: 0.170281, 0.267902, 0.309112. The first step of a bias is the rate itself,
     * against the sign.
     */
    @Test
    void pairwiseStep_isTheOneWorkedByHand() {
        Factors factors =
                new Factors(2, new float[][] {{1, 0}}, new float[][] {{0.5f, 0.5f}, {0, 1}}, new float[] {0.1f, 0.3f});
        double loss = new PairwiseEpoch(new Steps(0.2f, 1, 2), 0.1f).step(factors, 0, 0, 1);
        assertThat(loss).isCloseTo(0.554355, within(1e-5));
        assertThat(factors.users[0])
                .containsExactly(
                        new float[] {1 + 0.2f * 0.112779f / 0.170281f, -0.2f * 0.212779f / 0.170281f}, within(1e-5f));
        assertThat(factors.items[0])
                .containsExactly(
                        new float[] {0.5f + 0.2f * 0.375557f / 0.267902f, 0.5f - 0.2f * 0.05f / 0.267902f},
                        within(1e-5f));
        assertThat(factors.items[1])
                .containsExactly(
                        new float[] {-0.2f * 0.425557f / 0.309112f, 1 - 0.2f * 0.1f / 0.309112f}, within(1e-5f));
        assertThat(factors.biases).containsExactly(new float[] {0.3f, 0.1f}, within(1e-5f));
    }

    /** The step of the softmax over all items against the gradient of its loss by finite differences, row by row. */
    @RepeatedTest(20)
    void softmaxStep_goesAgainstTheGradientOfTheWholeSoftmax(RepetitionInfo repetition) {
        Positives positives = Positives.of(Shops.ofItems(5, new int[] {0, 2}, new int[] {1, 3, 4}));
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Factors factors = Factors.random(positives, 3, random);
        for (float[] row : factors.users) {
            scale(row);
        }
        for (float[] row : factors.items) {
            scale(row);
        }
        Factors before = copy(factors);
        double rate = 0.01;
        float decay = 0.05f;
        Steps steps = new Steps((float) rate, 2, 5);
        new SoftmaxEpoch(steps, decay, 100).stepOn(factors, positives, 0, random);
        for (int item = 0; item < 5; item++) {
            double[] gradient = new double[3];
            for (int d = 0; d < 3; d++) {
                gradient[d] =
                        (objective(before, positives, item, d, STEP) - objective(before, positives, item, d, -STEP))
                                / (2 * STEP);
                gradient[d] += positives.contains(0, item) ? decay * before.items[item][d] : 0;
            }
            requireStep(before.items[item], factors.items[item], gradient, rate);
        }
        double[] gradient = new double[3];
        for (int d = 0; d < 3; d++) {
            gradient[d] = (objective(before, positives, -1, d, STEP) - objective(before, positives, -1, d, -STEP))
                    / (2 * STEP);
            gradient[d] += 2 * decay * before.users[0][d];
        }
        requireStep(before.users[0], factors.users[0], gradient, rate);
        assertThat(factors.users[1]).containsExactly(before.users[1]);
    }

    private static void scale(float[] row) {
        for (int at = 0; at < row.length; at++) {
            row[at] *= 10;
        }
    }

    private static void requireStep(float[] before, float[] after, double[] gradient, double rate) {
        double squares = 0;
        for (double value : gradient) {
            squares += value * value / gradient.length;
        }
        for (int d = 0; d < before.length; d++) {
            assertThat(after[d] - before[d])
                    .isCloseTo((float) (-rate * gradient[d] / Math.sqrt(squares)), within(1e-4f));
        }
    }

    /**
     * -ln of the softmax over the item and those user 0 did not have, summed over user 0's items, with one value moved.
     */
    private static double objective(Factors factors, Positives positives, int item, int d, double by) {
        Factors moved = copy(factors);
        float[] row = item < 0 ? moved.users[0] : moved.items[item];
        row[d] += (float) by;
        double rest = 0;
        for (int other = 0; other < 5; other++) {
            rest += positives.contains(0, other) ? 0 : Math.exp(score(moved, other));
        }
        double sum = 0;
        for (int at = 0; at < positives.size(0); at++) {
            double own = score(moved, positives.item(0, at));
            sum += Math.log(Math.exp(own) + rest) - own;
        }
        return sum;
    }

    private static double score(Factors factors, int item) {
        double sum = factors.biases[item];
        for (int d = 0; d < factors.dimension; d++) {
            sum += (double) factors.users[0][d] * factors.items[item][d];
        }
        return sum;
    }

    private static Factors copy(Factors factors) {
        float[][] users = Arrays.stream(factors.users).map(float[]::clone).toArray(float[][]::new);
        float[][] items = Arrays.stream(factors.items).map(float[]::clone).toArray(float[][]::new);
        return new Factors(factors.dimension, users, items, factors.biases.clone());
    }
}
