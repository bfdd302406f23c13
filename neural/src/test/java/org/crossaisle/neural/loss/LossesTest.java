package org.crossaisle.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.crossaisle.neural.predict.Activation;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

/** The losses that draw items, against their formulas in plain Java and gradients by differences. */
class LossesTest {
    private static final int ROWS = 3;
    private static final int ITEMS = 6;
    private static final int DIMENSION = 4;
    private static final int[] TARGETS = {1, 4, 1};

    private final Random random = new Random(7);
    private final double[] users = gaussians(ROWS * DIMENSION);
    private final double[] items = gaussians(ITEMS * DIMENSION);
    private final float[] logShares = {-1f, -2f, -1.5f, -3f, -2.5f, -0.5f};

    @Test
    void sampledSoftmax_isCrossEntropyOfTheTargetAndTheDrawn_withoutTheTargetAmongThem() {
        int[] drawn = {0, 1, 5, 5}; // 1 is the target of two rows; 5 counts twice
        check(new SampledSoftmax(4, 0, true), drawn, new float[0], Activation.IDENTITY, () -> {
            double sum = 0;
            for (int row = 0; row < ROWS; row++) {
                double total = Math.exp(score(row, TARGETS[row]));
                for (int item : drawn) {
                    total += item == TARGETS[row] ? 0 : Math.exp(score(row, item));
                }
                sum += Math.log(total) - score(row, TARGETS[row]);
            }
            return sum / ROWS;
        });
    }

    @Test
    void sampledSoftmax_corrected_subtractsTheLogarithmOfTheShare() {
        int[] drawn = {0, 2, 5};
        check(new SampledSoftmax(3, 0.5, true), drawn, logShares, Activation.IDENTITY, () -> {
            double sum = 0;
            for (int row = 0; row < ROWS; row++) {
                double own = score(row, TARGETS[row]) - logShares[TARGETS[row]];
                double total = Math.exp(own);
                for (int item : drawn) {
                    total += Math.exp(score(row, item) - logShares[item]);
                }
                sum += Math.log(total) - own;
            }
            return sum / ROWS;
        });
    }

    @Test
    void bpr_isTheLogisticLossOfDifferences() {
        int[] drawn = {0, 2, 3, 5, 0, 4}; // two for each row
        check(new Bpr(2), drawn, new float[0], Activation.IDENTITY, () -> {
            double sum = 0;
            for (int at = 0; at < drawn.length; at++) {
                int row = at / 2;
                sum += Math.log(1 + Math.exp(-(score(row, TARGETS[row]) - score(row, drawn[at]))));
            }
            return sum / drawn.length;
        });
    }

    @Test
    void bce_isTheSumOfAYesAndNoes() {
        int[] drawn = {0, 2, 3, 5, 0, 4};
        check(new BinaryCrossEntropy(2), drawn, new float[0], Activation.SIGMOID, () -> {
            double sum = 0;
            for (int row = 0; row < ROWS; row++) {
                sum += Math.log(1 + Math.exp(-score(row, TARGETS[row])));
                sum += Math.log(1 + Math.exp(score(row, drawn[2 * row])));
                sum += Math.log(1 + Math.exp(score(row, drawn[2 * row + 1])));
            }
            return sum / ROWS;
        });
    }

    @Test
    void squaredError_isThatOfTheActivation() {
        int[] drawn = {0, 2, 3};
        for (Activation activation : Activation.values()) {
            check(new SquaredError(1), drawn, new float[0], activation, () -> {
                double sum = 0;
                for (int row = 0; row < ROWS; row++) {
                    sum += Math.pow(of(activation, score(row, TARGETS[row])) - 1, 2);
                    sum += Math.pow(of(activation, score(row, drawn[row])), 2);
                }
                return sum / ROWS;
            });
        }
    }

    @Test
    void automatic_isOverAllItemsUpToItsBound() {
        assertThat(AutomaticLoss.DEFAULTS.forItems(60_000)).isEqualTo(CrossEntropy.DEFAULTS);
        assertThat(AutomaticLoss.DEFAULTS.forItems(60_001)).isEqualTo(SampledSoftmax.DEFAULTS);
        assertThat(new Bpr(2).forItems(60_001)).isEqualTo(new Bpr(2));
    }

    private void check(
            Loss loss, int[] drawn, float[] shares, Activation activation, java.util.function.DoubleSupplier plain) {
        assertThat(loss.draws(ROWS)).isEqualTo(drawn.length);
        try (TensorScope scope = TensorScope.recording()) {
            Gradients own = loss.of(new LossBatch(
                    Values.of(floats(users), ROWS, DIMENSION),
                    Values.of(floats(items), ITEMS, DIMENSION),
                    TARGETS,
                    drawn,
                    shares,
                    activation,
                    Precision.FLOAT32));
            assertThat(own.value()).isCloseTo(plain.getAsDouble(), within(1e-5));
            assertThat(Values.floats(own.users())).containsExactly(differences(users, plain), within(1e-4f));
            assertThat(Values.floats(own.items())).containsExactly(differences(items, plain), within(1e-4f));
        }
    }

    private static float[] differences(double[] at, java.util.function.DoubleSupplier value) {
        float[] gradient = new float[at.length];
        for (int place = 0; place < at.length; place++) {
            double before = at[place];
            at[place] = before + 1e-5;
            double above = value.getAsDouble();
            at[place] = before - 1e-5;
            gradient[place] = (float) ((above - value.getAsDouble()) / 2e-5);
            at[place] = before;
        }
        return gradient;
    }

    private double score(int row, int item) {
        double sum = 0;
        for (int at = 0; at < DIMENSION; at++) {
            sum += users[row * DIMENSION + at] * items[item * DIMENSION + at];
        }
        return sum;
    }

    private static double of(Activation activation, double score) {
        ToDoubleFunction<Double> formula = switch (activation) {
            case IDENTITY -> s -> s;
            case SIGMOID -> s -> 1 / (1 + Math.exp(-s));
            case RELU -> s -> Math.max(0, s);
        };
        return formula.applyAsDouble(score);
    }

    private double[] gaussians(int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    private static float[] floats(double... values) {
        float[] all = new float[values.length];
        for (int at = 0; at < all.length; at++) {
            all[at] = (float) values[at];
        }
        return all;
    }
}
