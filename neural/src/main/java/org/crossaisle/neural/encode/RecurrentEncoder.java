package org.crossaisle.neural.encode;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.Recurrence;

/**
 * A GRU or an LSTM over the items of a history; what may come next is a linear map of its state.
 *
 * <p>Source: Hidasi, Karatzoglou, Baltrunas and Tikk, Session-based Recommendations with Recurrent Neural Networks, ICLR 2016
 * (GRU4Rec), here over whole histories and with the softmax over all items.
 */
public final class RecurrentEncoder implements UserEncoder {
    /**
     * What the encoder is made of.
     *
     * @param cell GRU or LSTM
     * @param dimension length of the vectors it reads and gives
     * @param width length of the state
     * @param layers how many cells on top of each other
     * @param dropout share of values set to 0 in training, before and behind the cells
     */
    public record Shape(Recurrence.Cell cell, int dimension, int width, int layers, double dropout) {}

    private final Shape shape;
    private final Recurrence recurrence;
    private final Linear output;

    public RecurrentEncoder(Parameters parameters, Shape shape) {
        this.shape = shape;
        recurrence =
                new Recurrence(parameters.of("cells"), shape.cell(), shape.dimension(), shape.width(), shape.layers());
        output = new Linear(parameters.of("output"), shape.width(), shape.dimension());
    }

    @Override
    public Tensor encode(Tensor items, Packing packing, Dropout dropout) {
        Tensor states = recurrence.apply(dropout.apply(items, shape.dropout()), packing); // [rows, width]
        return output.apply(dropout.apply(states, shape.dropout())); // [rows, d]
    }
}
