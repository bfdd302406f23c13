package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.InterestPooling;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.TransformerBlock;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Tokens;

/**
 * A multi-interest encoder, which gives several vectors for each user, one for each interest, as weighted means of the
 * history. A user who reads novels and mends bicycles is not reduced to the midpoint of the two.
 *
 * <p>Source: Cen et al., Controllable Multi-Interest Framework for Recommendation, KDD 2020 (ComiRec), section 3.2, the
 * self-attentive form. With no blocks it is theirs; with some, it works on the output of a Transformer. In training
 * only the vector that matches the target best is updated. Vectors are normalised before and after the means.
 */
public final class InterestsEncoder implements UserEncoder {
    private static final double POSITION_DEVIATION = 0.02;
    private static final int WIDENING = 4;

    /**
     * The settings of the encoder.
     *
     * @param interests number of vectors per user
     * @param blocks number of Transformer layers before the pooling, 0 for none
     * @param heads number of attention heads of those layers; must divide the dimension
     * @param dropout dropout rate, in [0, 1)
     */
    public record Settings(
            @Help("Vectors for each user, at least 1.") int interests,

            @Help("Layers before the vectors are taken, at least 0.")
            int blocks,

            @Help("Heads of each attention, at least 1; they divide the dimension.")
            int heads,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements UserEncoderSettings {
        public static final Settings DEFAULTS = new Settings(4, 2, 2, 0.5);

        public Settings {
            Bounds.atLeast("interests", interests, 1);
            Bounds.atLeast("blocks", blocks, 0);
            Bounds.atLeast("heads", heads, 1);
            Bounds.shareBelowOne("dropout", dropout);
        }

        @Override
        public void requireFits(Size size) {
            Bounds.multiple("dimension", size.dimension(), "heads", heads);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new InterestsEncoder(parameters, this, size);
        }
    }

    private final Settings settings;
    private final Tensor positions; // [maximumLength, d]
    private final List<TransformerBlock> blocks = new ArrayList<>();
    private final LayerNorm before;
    private final InterestPooling pooling;
    private final LayerNorm outputNorm;

    InterestsEncoder(Parameters parameters, Settings settings, UserEncoderSettings.Size size) {
        this.settings = settings;
        int dimension = size.dimension();
        positions = parameters.normal("positions", POSITION_DEVIATION, size.maximumLength(), dimension);
        for (int block = 0; block < settings.blocks(); block++) {
            blocks.add(new TransformerBlock(
                    parameters.of("blocks." + block), dimension, settings.heads(), WIDENING * dimension));
        }
        before = new LayerNorm(parameters.of("before"), dimension);
        pooling = new InterestPooling(parameters.of("pooling"), dimension, WIDENING * dimension, settings.interests());
        outputNorm = new LayerNorm(parameters.of("behind"), dimension);
    }

    @Override
    public int interests() {
        return settings.interests();
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Packing packing = tokens.packing();
        Tensor x = items.add(positions.index_select(0, Values.of(packing.fromStart()))); // [rows, d]
        x = dropout.apply(x, settings.dropout());
        for (TransformerBlock block : blocks) {
            x = block.apply(x, packing, dropout, settings.dropout());
        }
        return outputNorm.apply(pooling.apply(before.apply(x), packing)); // [rows, interests, d]
    }
}
