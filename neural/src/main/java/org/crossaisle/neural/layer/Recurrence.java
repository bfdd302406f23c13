package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Values;

/**
 * A recurrent network, GRU or LSTM, over packed sequences, which gives the state after each token and spends no step on
 * padding. Gates are in the order of libtorch: reset, update, new for the GRU; input, forget, cell, output for the
 * LSTM.
 *
 * <p>Sources: Cho et al., Learning Phrase Representations using RNN Encoder-Decoder, EMNLP 2014 (GRU, with the reset
 * gate after the hidden product as in cuDNN); Hochreiter and Schmidhuber, Long Short-Term Memory, Neural Computation
 * 9(8), 1997, with the forget gate of Gers, Schmidhuber and Cummins, 2000 (LSTM).
 */
public final class Recurrence {
    /** The type of cell. */
    public enum Cell {
        GRU(3),
        LSTM(4);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }
    }

    /** cuDNN gives gradients only if this is set; without dropout it makes no other difference. */
    private static final boolean TRAINS = true;

    private static final int TENSORS_OF_A_LAYER = 4;

    private final Cell cell;
    private final TensorVector weights = new TensorVector();

    /**
     * @param in length of a token's vector
     * @param width hidden size
     * @param layers number of stacked cells, at least 1
     */
    public Recurrence(Parameters parameters, Cell cell, int in, int width, int layers) {
        this.cell = cell;
        double bound = 1 / Math.sqrt(width);
        int rows = cell.gates * width;
        for (int layer = 0; layer < layers; layer++) {
            weights.push_back(parameters.uniform("weight_ih_l" + layer, bound, rows, layer == 0 ? in : width));
            weights.push_back(parameters.uniform("weight_hh_l" + layer, bound, rows, width));
            weights.push_back(parameters.uniform("bias_ih_l" + layer, bound, rows));
            weights.push_back(parameters.uniform("bias_hh_l" + layer, bound, rows));
        }
    }

    /**
     * The state after each token: [rows, width].
     *
     * @param x one row for each token: [rows, in]
     */
    public Tensor apply(Tensor x, Packing packing) {
        int[] steps = packing.stepByStep();
        int[] back = new int[steps.length];
        for (int at = 0; at < steps.length; at++) {
            back[steps[at]] = at;
        }
        long[] running = packing.running();
        Tensor tokens = x.index_select(0, Values.of(steps)); // [rows, in], time by time
        Tensor states = packed(cell, weights, tokens, running);
        return states.index_select(0, Values.of(back)); // [rows, width]
    }

    /**
     * The states of packed sequences, time by time: [rows, width].
     *
     * <p>This is the one place that calls libtorch's recurrent layers, and it packs sequences even where all have one
     * length. Sequences that are not packed libtorch gives to oneDNN's fused LSTM, which computes wrongly on some
     * processors: docs/decisions.md, "The fused LSTM of oneDNN is never run".
     *
     * @param weights of all layers, in libtorch's order: four tensors a layer
     * @param tokens one row for each token: the first of every sequence, the longest first, then the second: [rows, in]
     * @param running how many sequences have a token at each time
     */
    public static Tensor packed(Cell cell, TensorVector weights, Tensor tokens, long... running) {
        int layers = Math.toIntExact(weights.size() / TENSORS_OF_A_LAYER);
        long width = weights.get(1).size(1); // of weight_hh, [gates * width, width]
        Tensor sizes = Values.onCpu(running); // libtorch wants these there, whatever the device
        Tensor zero = torch.zeros(new long[] {layers, running[0], width}, tokens.options());
        return switch (cell) {
            case GRU ->
                torch.gru(tokens, sizes, zero, weights, true, layers, 0, TRAINS, false)
                        .get0();
            case LSTM ->
                torch.lstm(tokens, sizes, new TensorVector(zero, zero), weights, true, layers, 0, TRAINS, false)
                        .get0();
        };
    }
}
