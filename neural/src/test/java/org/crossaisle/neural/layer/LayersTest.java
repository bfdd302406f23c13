package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final int DIMENSION = 4;

    private static float[] random(int size) {
        Random random = new Random(size);
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Causal attention of two heads in plain loops, by the equation: softmax(q k / sqrt(width)) v, then the output layer. */
    @Test
    void packedAttention_isThatOfPlainLoopsOnEachSequence() {
        Parameters parameters = new Parameters(3);
        Attention attention = new Attention(parameters, DIMENSION, 2);
        int[] lengths = {3, 1, 3, 2};
        Packing packing = new Packing(lengths);
        float[] x = random(packing.rows() * DIMENSION);
        float[] packed;
        try (Scope scope = Scope.plain()) {
            Tensor rows = Values.of(x, packing.rows(), DIMENSION);
            packed = Values.floats(attention.apply(rows, packing, Dropout.NONE, 0));
        }
        float[] weight = values(parameters, "inputs.weight");
        float[] bias = values(parameters, "inputs.bias");
        float[] out = values(parameters, "output.weight");
        float[] outBias = values(parameters, "output.bias");
        int start = 0;
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        for (int length : sorted) {
            for (int row = start; row < start + length; row++) {
                float[] heads = new float[DIMENSION];
                for (int head = 0; head < 2; head++) {
                    double[] scores = new double[row - start + 1];
                    double total = 0;
                    for (int key = start; key <= row; key++) {
                        double sum = 0;
                        for (int d = 2 * head; d < 2 * head + 2; d++) {
                            sum += input(x, weight, bias, row, d) * input(x, weight, bias, key, DIMENSION + d);
                        }
                        scores[key - start] = Math.exp(sum / Math.sqrt(2));
                        total += scores[key - start];
                    }
                    for (int d = 2 * head; d < 2 * head + 2; d++) {
                        for (int key = start; key <= row; key++) {
                            heads[d] += (float)
                                    (scores[key - start] / total * input(x, weight, bias, key, 2 * DIMENSION + d));
                        }
                    }
                }
                for (int d = 0; d < DIMENSION; d++) {
                    double expected = outBias[d];
                    for (int in = 0; in < DIMENSION; in++) {
                        expected += out[d * DIMENSION + in] * heads[in];
                    }
                    assertThat((double) packed[row * DIMENSION + d]).isCloseTo(expected, within(1e-5));
                }
            }
            start += length;
        }
    }

    private static float[] values(Parameters parameters, String name) {
        Tensor tensor = parameters.all().get(name);
        assertThat(tensor).as(name).isNotNull();
        return tensor == null ? new float[0] : Values.floats(tensor);
    }

    private static double input(float[] x, float[] weight, float[] bias, int row, int out) {
        double sum = bias[out];
        for (int in = 0; in < DIMENSION; in++) {
            sum += weight[out * DIMENSION + in] * x[row * DIMENSION + in];
        }
        return sum;
    }

    /** Row 1, 2, 3, 6: mean 3, variance 3.5; (x - 3) / sqrt(3.5 + 1e-5). */
    @Test
    void layerNorm_bringsARowToMeanZeroAndVarianceOne() {
        LayerNorm norm = new LayerNorm(new Parameters(1), 4);
        try (Scope scope = Scope.plain()) {
            float[] normal = Values.floats(norm.apply(Values.of(new float[] {1, 2, 3, 6}, 1, 4)));
            assertThat(normal).containsExactly(new float[] {-1.069043f, -0.534522f, 0, 1.603566f}, within(1e-5f));
        }
    }

    @Test
    void dropout_keepsTheExpectationAndDependsOnSeedStepAndCall() {
        Dropout dropout = Dropout.withSeed(5);
        try (Scope scope = Scope.plain()) {
            float[] ones = new float[100_000];
            Arrays.fill(ones, 1);
            dropout.begin(0, 0);
            float[] first = Values.floats(dropout.apply(Values.of(ones, ones.length), 0.25));
            float[] second = Values.floats(dropout.apply(Values.of(ones, ones.length), 0.25));
            dropout.begin(0, 0);
            float[] again = Values.floats(dropout.apply(Values.of(ones, ones.length), 0.25));
            dropout.begin(0, 1);
            float[] next = Values.floats(dropout.apply(Values.of(ones, ones.length), 0.25));
            int gone = 0;
            double sum = 0;
            for (float value : first) {
                gone += value == 0 ? 1 : 0;
                sum += value;
                assertThat(value == 0 || Math.abs(value - 4f / 3) < 1e-6).isTrue();
            }
            // Binomial with deviation sqrt(100,000 * .25 * .75) = 137: within four of them.
            assertThat(gone).isBetween(25_000 - 548, 25_000 + 548);
            assertThat(sum / ones.length).isCloseTo(1, within(0.01));
            assertThat(again).containsExactly(first);
            assertThat(second).isNotEqualTo(first);
            assertThat(next).isNotEqualTo(first);
        }
    }
}
