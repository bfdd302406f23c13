package org.crossaisle.neural.check;

import java.util.Locale;
import java.util.SplittableRandom;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.Recurrence;
import org.crossaisle.neural.tensor.Values;

/**
 * The GRU and the LSTM, from one step of one number to the width of the recipes.
 *
 * @param cell which of the two
 */
record RecurrentCheck(Recurrence.Cell cell) implements LayerCheck {
    private static final long SEED = 2;

    @Override
    public String layer() {
        return cell.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public LayerResult compare() {
        return compare(1, 1, 1)
                .orWorse(compare(2, 8, 2, 2))
                .orWorse(compare(6, 8, 1, 3))
                .orWorse(compare(64, 128, 1, 2, 4, 4));
    }

    private LayerResult compare(int in, int width, int... lengths) {
        Parameters parameters = new Parameters(SEED);
        Recurrence recurrence = new Recurrence(parameters, cell, in, width, 1);
        LayerWeights weights = LayerWeights.draw(parameters, SEED);
        Packing packing = new Packing(lengths);
        float[] x = Numbers.draw(new SplittableRandom(SEED), 1, packing.rows() * in);
        double[][] rows = Numbers.rows(x, in);
        double[][] states = new double[rows.length][];
        int row = 0;
        for (int length : lengths) {
            CellState state = new CellState(new double[width], new double[width]);
            for (int time = 0; time < length; time++, row++) {
                state = next(rows[row], state, weights);
                states[row] = state.hidden();
            }
        }
        return LayerResult.of(
                layer(),
                Numbers.flat(states),
                Values.floats(recurrence.apply(Values.of(x, packing.rows(), in), packing)));
    }

    /** What a cell remembers; a GRU has no memory beside the hidden state. */
    @SuppressWarnings("ArrayRecordComponent") // goes from one step to the next, never compared
    private record CellState(double[] hidden, double[] memory) {}

    private CellState next(double[] x, CellState state, LayerWeights weights) {
        double[] input = PlainLayers.linear(x, weights.of("weight_ih_l0"), weights.of("bias_ih_l0"));
        double[] recurrent = PlainLayers.linear(state.hidden(), weights.of("weight_hh_l0"), weights.of("bias_hh_l0"));
        return cell == Recurrence.Cell.GRU ? gru(input, recurrent, state) : lstm(input, recurrent, state);
    }

    private static CellState gru(double[] input, double[] recurrent, CellState state) {
        int width = state.hidden().length;
        double[] hidden = new double[width];
        for (int at = 0; at < width; at++) {
            double reset = PlainLayers.sigmoid(input[at] + recurrent[at]);
            double update = PlainLayers.sigmoid(input[width + at] + recurrent[width + at]);
            double proposed = Math.tanh(input[2 * width + at] + reset * recurrent[2 * width + at]);
            hidden[at] = (1 - update) * proposed + update * state.hidden()[at];
        }
        return new CellState(hidden, state.memory());
    }

    private static CellState lstm(double[] input, double[] recurrent, CellState state) {
        int width = state.hidden().length;
        double[] hidden = new double[width];
        double[] memory = new double[width];
        for (int at = 0; at < width; at++) {
            double in = PlainLayers.sigmoid(input[at] + recurrent[at]);
            double forget = PlainLayers.sigmoid(input[width + at] + recurrent[width + at]);
            double proposed = Math.tanh(input[2 * width + at] + recurrent[2 * width + at]);
            double out = PlainLayers.sigmoid(input[3 * width + at] + recurrent[3 * width + at]);
            memory[at] = forget * state.memory()[at] + in * proposed;
            hidden[at] = out * Math.tanh(memory[at]);
        }
        return new CellState(hidden, memory);
    }
}
