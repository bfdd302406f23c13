package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.FrequencyBlock;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * BSARec: a Transformer over the items of a history with a low-pass branch beside each attention, so that a lasting taste is not
 * lost among single events.
 *
 * <p>Source: see {@link FrequencyBlock}.
 */
public final class FrequencyEncoder implements UserEncoder {
    private static final double POSITION_DEVIATION = 0.02;
    private static final int WIDENING = 4;

    /**
     * What the encoder is made of.
     *
     * @param dimension length of each vector, a multiple of heads
     * @param blocks how many layers
     * @param heads of each attention
     * @param maximumLength how many places there are
     * @param frequencies how many of the lowest the filter keeps
     * @param share of the filtered branch, in [0, 1]
     * @param dropout share of values set to 0 in training
     */
    public record Shape(
            int dimension, int blocks, int heads, int maximumLength, int frequencies, double share, double dropout) {}

    private final Shape shape;
    private final Tensor positions; // [maximumLength, d]
    private final LayerNorm norm;
    private final List<FrequencyBlock> blocks = new ArrayList<>();

    public FrequencyEncoder(Parameters parameters, Shape shape) {
        this.shape = shape;
        positions = parameters.normal("positions", POSITION_DEVIATION, shape.maximumLength(), shape.dimension());
        norm = new LayerNorm(parameters.of("norm"), shape.dimension());
        FrequencyBlock.Shape block = new FrequencyBlock.Shape(
                shape.dimension(),
                shape.heads(),
                WIDENING * shape.dimension(),
                shape.maximumLength(),
                shape.frequencies(),
                shape.share());
        for (int at = 0; at < shape.blocks(); at++) {
            blocks.add(new FrequencyBlock(parameters.of("blocks." + at), block));
        }
    }

    @Override
    public Tensor encode(Tensor items, Packing packing, Dropout dropout) {
        Tensor x = norm.apply(items.add(positions.index_select(0, Values.of(packing.fromEnd())))); // [rows, d]
        x = dropout.apply(x, shape.dropout());
        for (FrequencyBlock block : blocks) {
            x = block.apply(x, packing, dropout, shape.dropout());
        }
        return x;
    }
}
