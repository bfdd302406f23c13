package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.TensorScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrenceTest {
    private static final int IN = 3;
    private static final int WIDTH = 5;
    private static final int[] LENGTHS = {3, 1, 4, 3, 2};
    private static final int ROWS = 13;

    private final Parameters parameters = new Parameters(1, ScalarType.Double);
    private final double[] x = new SplittableRandom(2).doubles(ROWS * IN, -1, 1).toArray();
    private final Packing packing = new Packing(LENGTHS);

    /** Each sequence alone through the equations of the papers, one number at a time. */
    @ParameterizedTest
    @EnumSource
    void packedSequences_goThroughTheEquationsEachForItself(Recurrence.Cell cell) {
        Recurrence recurrence = new Recurrence(parameters, cell, IN, WIDTH, 1);
        double[] states;
        try (TensorScope scope = TensorScope.plain()) {
            states = Golden.doubles(recurrence.apply(Tensor.create(x, ROWS, IN), packing));
        }
        int row = 0;
        for (int length : IntStream.of(LENGTHS).sorted().toArray()) {
            double[] hidden = new double[WIDTH];
            double[] memory = new double[WIDTH];
            for (int time = 0; time < length; time++, row++) {
                hidden = cell == Recurrence.Cell.GRU ? gru(row, hidden) : lstm(row, hidden, memory);
                for (int at = 0; at < WIDTH; at++) {
                    assertThat(states[row * WIDTH + at]).isCloseTo(hidden[at], within(1e-12));
                }
            }
        }
        assertThat(row).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @EnumSource
    void gradients_areFiniteDifferences(Recurrence.Cell cell) {
        Recurrence recurrence = new Recurrence(parameters, cell, IN, WIDTH, 2);
        Tensor inputs = Tensor.create(x, ROWS, IN);
        try (TensorScope scope = TensorScope.recording()) {
            recurrence.apply(inputs, packing).square().sum().backward();
        }
        double h = 1e-6;
        int compared = 0;
        for (Map.Entry<String, Tensor> parameter : parameters.all().entrySet()) {
            double[] gradient = Golden.doubles(parameter.getValue().grad());
            for (int at = 0; at < gradient.length; at += 7) {
                try (TensorScope scope = TensorScope.plain()) {
                    Tensor one = parameter.getValue().view(-1).narrow(0, at, 1);
                    one.add_(new Scalar(h));
                    double above =
                            recurrence.apply(inputs, packing).square().sum().item_double();
                    one.sub_(new Scalar(2 * h));
                    double below =
                            recurrence.apply(inputs, packing).square().sum().item_double();
                    one.add_(new Scalar(h));
                    assertThat(gradient[at]).isCloseTo((above - below) / (2 * h), within(1e-6));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    private double[] gru(int row, double[] hidden) {
        double[] input = affine("ih", row(row));
        double[] recurrent = affine("hh", hidden);
        double[] next = new double[WIDTH];
        for (int at = 0; at < WIDTH; at++) {
            double reset = sigmoid(input[at] + recurrent[at]);
            double update = sigmoid(input[WIDTH + at] + recurrent[WIDTH + at]);
            double proposed = Math.tanh(input[2 * WIDTH + at] + reset * recurrent[2 * WIDTH + at]);
            next[at] = (1 - update) * proposed + update * hidden[at];
        }
        return next;
    }

    /** Changes the memory. */
    private double[] lstm(int row, double[] hidden, double[] memory) {
        double[] input = affine("ih", row(row));
        double[] recurrent = affine("hh", hidden);
        double[] next = new double[WIDTH];
        for (int at = 0; at < WIDTH; at++) {
            double in = sigmoid(input[at] + recurrent[at]);
            double forget = sigmoid(input[WIDTH + at] + recurrent[WIDTH + at]);
            double proposed = Math.tanh(input[2 * WIDTH + at] + recurrent[2 * WIDTH + at]);
            double out = sigmoid(input[3 * WIDTH + at] + recurrent[3 * WIDTH + at]);
            memory[at] = forget * memory[at] + in * proposed;
            next[at] = out * Math.tanh(memory[at]);
        }
        return next;
    }

    private double[] affine(String part, double[] vector) {
        double[] weight = values("weight_" + part + "_l0");
        double[] sums = values("bias_" + part + "_l0");
        for (int at = 0; at < weight.length; at++) {
            sums[at / vector.length] += weight[at] * vector[at % vector.length];
        }
        return sums;
    }

    private double[] values(String name) {
        Tensor tensor = parameters.all().get(name);
        assertThat(tensor).isNotNull();
        return Golden.doubles(tensor);
    }

    private double[] row(int row) {
        double[] vector = new double[IN];
        System.arraycopy(x, row * IN, vector, 0, IN);
        return vector;
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
