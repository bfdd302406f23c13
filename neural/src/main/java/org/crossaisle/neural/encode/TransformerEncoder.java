package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.TransformerBlock;
import org.crossaisle.neural.tensor.Values;

/**
 * A causal Transformer over the items of a history, with a learnt vector for each place.
 *
 * <p>Source: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018, with the normalisation before each part
 * and four times as many inner values, as in later Transformers.
 */
public final class TransformerEncoder implements UserEncoder {
    private static final double POSITION_DEVIATION = 0.02;
    private static final int WIDENING = 4;

    /**
     * What the encoder is made of.
     *
     * @param dimension length of each vector, a multiple of heads
     * @param blocks how many layers
     * @param heads of each attention
     * @param maximumLength how many places there are
     * @param dropout share of values set to 0 in training
     * @param counting where places are counted from
     */
    public record Shape(int dimension, int blocks, int heads, int maximumLength, double dropout, Counting counting) {}

    /** Where the places of a history are counted from. */
    public enum Counting {
        /** The oldest interaction has place 0. */
        FROM_START,
        /** The latest interaction has place 0. */
        FROM_END
    }

    private final Shape shape;
    private final Tensor positions; // [maximumLength, d]
    private final List<TransformerBlock> blocks = new ArrayList<>();
    private final LayerNorm norm;

    public TransformerEncoder(Parameters parameters, Shape shape) {
        this.shape = shape;
        positions = parameters.normal("positions", POSITION_DEVIATION, shape.maximumLength(), shape.dimension());
        for (int block = 0; block < shape.blocks(); block++) {
            blocks.add(new TransformerBlock(
                    parameters.of("blocks." + block), shape.dimension(), shape.heads(), WIDENING * shape.dimension()));
        }
        norm = new LayerNorm(parameters.of("norm"), shape.dimension());
    }

    @Override
    public Tensor encode(Tensor items, Packing packing, Dropout dropout) {
        int[] places = shape.counting() == Counting.FROM_START ? packing.fromStart() : packing.fromEnd();
        Tensor x = items.add(positions.index_select(0, Values.of(places))); // [rows, d]
        x = dropout.apply(x, shape.dropout());
        for (TransformerBlock block : blocks) {
            x = block.apply(x, packing, dropout, shape.dropout());
        }
        return norm.apply(x);
    }
}
