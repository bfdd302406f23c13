package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.TransformerBlock;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Tokens;

/**
 * A causal Transformer over the items of a history, with a learnt vector for each position.
 *
 * <p>Source: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018, with the normalisation before each
 * part and a hidden size of four times the dimension, as in later Transformers.
 */
public final class TransformerEncoder implements UserEncoder {
    private static final double POSITION_DEVIATION = 0.02;

    /**
     * The settings of the encoder.
     *
     * @param blocks number of layers
     * @param heads number of attention heads; must divide the dimension
     * @param dropout dropout rate, in [0, 1)
     * @param counting where positions are counted from
     * @param inner hidden size of the feed-forward network of a block; 0: four times the dimension
     */
    public record Settings(
            @Help("Layers, at least 1.") int blocks,

            @Help("Heads of each attention, at least 1; the dimension must be a multiple of it.")
            int heads,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout,

            @Help("Where positions are counted from.") Counting counting,

            @Help("Values between the two linear layers of a block, at least 0; 0: four times the dimension.")
            int inner)
            implements WideningSettings {
        /** The best on validation: see docs/decisions.md. */
        public static final Settings DEFAULTS = new Settings(2, 2, 0.5, Counting.FROM_START);

        public Settings {
            Bounds.atLeast("blocks", blocks, 1);
            Bounds.atLeast("heads", heads, 1);
            Bounds.shareBelowOne("dropout", dropout);
            Bounds.atLeast("inner", inner, 0);
        }

        /** With a hidden size of four times the dimension. */
        public Settings(int blocks, int heads, double dropout, Counting counting) {
            this(blocks, heads, dropout, counting, 0);
        }

        @Override
        public Settings withInner(int other) {
            return new Settings(blocks, heads, dropout, counting, other);
        }

        @Override
        public void requireFits(Size size) {
            Bounds.multiple("dimension", size.dimension(), "heads", heads);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new TransformerEncoder(parameters, this, size);
        }
    }

    /** The end of a history from which positions are counted. */
    public enum Counting {
        /** The oldest interaction has position 0. */
        FROM_START,
        /** The latest interaction has position 0. */
        FROM_END
    }

    private final Settings settings;
    private final Tensor positions; // [maximumLength, d]
    private final List<TransformerBlock> blocks = new ArrayList<>();
    private final LayerNorm norm;

    TransformerEncoder(Parameters parameters, Settings settings, UserEncoderSettings.Size size) {
        this.settings = settings;
        int dimension = size.dimension();
        positions = parameters.normal("positions", POSITION_DEVIATION, size.maximumLength(), dimension);
        for (int block = 0; block < settings.blocks(); block++) {
            blocks.add(new TransformerBlock(
                    parameters.of("blocks." + block), dimension, settings.heads(), settings.innerOf(dimension)));
        }
        norm = new LayerNorm(parameters.of("norm"), dimension);
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Packing packing = tokens.packing();
        int[] places = settings.counting() == Counting.FROM_START ? packing.fromStart() : packing.fromEnd();
        Tensor x = items.add(positions.index_select(0, Values.of(places))); // [rows, d]
        x = dropout.apply(x, settings.dropout());
        for (TransformerBlock block : blocks) {
            x = block.apply(x, packing, dropout, settings.dropout());
        }
        return norm.apply(x);
    }
}
