package org.crossaisle.neural.encode;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.Recurrence;
import org.crossaisle.neural.token.Tokens;

/**
 * A GRU or an LSTM over the items of a history; the user vector is a linear map of its state. Item vectors start so
 * small that a cell would hardly respond to them, so they are normalised on input and the result on output.
 *
 * <p>Source: Hidasi, Karatzoglou, Baltrunas and Tikk, Session-based Recommendations with Recurrent Neural Networks,
 * ICLR 2016 (GRU4Rec), here over whole histories and with the softmax over all items.
 */
public final class RecurrentEncoder implements UserEncoder {
    /**
     * An encoder with gated recurrent units.
     *
     * @param width hidden size
     * @param layers number of stacked cells
     * @param dropout dropout rate before and after the cells, in [0, 1)
     */
    public record Gru(
            @Help("Length of the state, at least 1.") int width,
            @Help("Cells on top of each other, at least 1.") int layers,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements UserEncoderSettings {
        public static final Gru DEFAULTS = new Gru(128, 1, 0.5);

        public Gru {
            check(width, layers, dropout);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new RecurrentEncoder(parameters, Recurrence.Cell.GRU, size.dimension(), width, layers, dropout);
        }
    }

    /**
     * An encoder with long short-term memory.
     *
     * @param width hidden size
     * @param layers number of stacked cells
     * @param dropout dropout rate before and after the cells, in [0, 1)
     */
    public record Lstm(
            @Help("Length of the state, at least 1.") int width,
            @Help("Cells on top of each other, at least 1.") int layers,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements UserEncoderSettings {
        public static final Lstm DEFAULTS = new Lstm(128, 1, 0.5);

        public Lstm {
            check(width, layers, dropout);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new RecurrentEncoder(parameters, Recurrence.Cell.LSTM, size.dimension(), width, layers, dropout);
        }
    }

    private final LayerNorm before;
    private final Recurrence recurrence;
    private final Linear output;
    private final LayerNorm outputNorm;
    private final double dropout;

    private RecurrentEncoder(
            Parameters parameters, Recurrence.Cell cell, int dimension, int width, int layers, double dropout) {
        before = new LayerNorm(parameters.of("before"), dimension);
        recurrence = new Recurrence(parameters.of("cells"), cell, dimension, width, layers);
        output = new Linear(parameters.of("output"), width, dimension);
        outputNorm = new LayerNorm(parameters.of("behind"), dimension);
        this.dropout = dropout;
    }

    private static void check(int width, int layers, double dropout) {
        Bounds.atLeast("width", width, 1);
        Bounds.atLeast("layers", layers, 1);
        Bounds.shareBelowOne("dropout", dropout);
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout chance) {
        Tensor x = chance.apply(before.apply(items), dropout); // [rows, d]
        Tensor states = recurrence.apply(x, tokens.packing()); // [rows, width]
        return outputNorm.apply(output.apply(chance.apply(states, dropout))); // [rows, d]
    }
}
