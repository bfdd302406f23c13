package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.FrequencyBlock;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Tokens;

/**
 * BSARec: a Transformer over the items of a history with a low-pass branch beside each attention, so that long-term
 * taste is not lost among single events.
 *
 * <p>Source: see {@link FrequencyBlock}.
 */
public final class FrequencyEncoder implements UserEncoder {
    private static final double POSITION_DEVIATION = 0.02;

    /**
     * The settings of the encoder.
     *
     * @param blocks number of layers
     * @param heads number of attention heads; must divide the dimension
     * @param frequencies number of lowest frequencies that the filter keeps, including the constant one
     * @param share weight of the filtered branch, in [0, 1]
     * @param dropout dropout rate, in [0, 1)
     * @param inner hidden size of the feed-forward network of a block; 0: four times the dimension
     */
    public record Settings(
            @Help("Layers, at least 1.") int blocks,

            @Help("Heads of each attention, at least 1; the dimension must be a multiple of it.")
            int heads,

            @Help("Lowest frequencies the filter keeps, at least 1.")
            int frequencies,

            @Help("Share of the filtered branch, in [0, 1].")
            double share,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout,

            @Help("Values between the two linear layers of a block, at least 0; 0: four times the dimension.")
            int inner)
            implements WideningSettings {
        public static final Settings DEFAULTS = new Settings(2, 2, 3, 0.7, 0.5);

        public Settings {
            Bounds.atLeast("blocks", blocks, 1);
            Bounds.atLeast("heads", heads, 1);
            Bounds.atLeast("frequencies", frequencies, 1);
            Bounds.share("share", share);
            Bounds.shareBelowOne("dropout", dropout);
            Bounds.atLeast("inner", inner, 0);
        }

        /** With a hidden size of four times the dimension. */
        public Settings(int blocks, int heads, int frequencies, double share, double dropout) {
            this(blocks, heads, frequencies, share, dropout, 0);
        }

        @Override
        public Settings withInner(int other) {
            return new Settings(blocks, heads, frequencies, share, dropout, other);
        }

        @Override
        public void requireFits(Size size) {
            Bounds.multiple("dimension", size.dimension(), "heads", heads);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new FrequencyEncoder(parameters, this, size);
        }
    }

    private final Settings settings;
    private final Tensor positions; // [maximumLength, d]
    private final LayerNorm norm;
    private final List<FrequencyBlock> blocks = new ArrayList<>();

    FrequencyEncoder(Parameters parameters, Settings settings, UserEncoderSettings.Size size) {
        this.settings = settings;
        int dimension = size.dimension();
        positions = parameters.normal("positions", POSITION_DEVIATION, size.maximumLength(), dimension);
        norm = new LayerNorm(parameters.of("norm"), dimension);
        FrequencyBlock.Shape shape = new FrequencyBlock.Shape(
                dimension,
                settings.heads(),
                settings.innerOf(dimension),
                size.maximumLength(),
                settings.frequencies(),
                settings.share());
        for (int block = 0; block < settings.blocks(); block++) {
            blocks.add(new FrequencyBlock(parameters.of("blocks." + block), shape));
        }
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Packing packing = tokens.packing();
        Tensor x = norm.apply(items.add(positions.index_select(0, Values.of(packing.fromEnd())))); // [rows, d]
        x = dropout.apply(x, settings.dropout());
        for (FrequencyBlock block : blocks) {
            x = block.apply(x, packing, dropout, settings.dropout());
        }
        return x;
    }
}
