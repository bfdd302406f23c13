package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.AttentionMask;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.TransformerBlock;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Tokens;

/**
 * BERT4Rec: a bidirectional Transformer that predicts the masked items of a history.
 *
 * <p>A learnt vector replaces each masked token and is appended after the last one, where the next item is predicted.
 * In training some tokens are masked as well, drawn anew each time, so that an item is predicted from the items before
 * and after it.
 *
 * <p>Source: Sun, Liu, Wu, Pei, Lin, Ou and Jiang, BERT4Rec, CIKM 2019, section 3. Differences: each example here
 * predicts the next item as well as the masked ones, where theirs does one or the other; the first item of a history is
 * never masked; normalisation comes before each part, and one normalisation replaces their layer before the scores.
 */
public final class ClozeEncoder implements UserEncoder {
    private static final double DEVIATION = 0.02;

    /**
     * The settings of the encoder.
     *
     * @param blocks number of layers
     * @param heads number of attention heads; must divide the dimension
     * @param dropout dropout rate, in [0, 1)
     * @param masked share of tokens masked in training, in [0, 1)
     * @param inner hidden size of the feed-forward network of a block; 0: four times the dimension
     */
    public record Settings(
            @Help("Layers, at least 1.") int blocks,

            @Help("Heads of each attention, at least 1; they divide the dimension.")
            int heads,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout,

            @Help("Share of items hidden in training, in [0, 1).")
            double masked,

            @Help("Values between the two linear layers of a block, at least 0; 0: four times the dimension.")
            int inner)
            implements WideningSettings {
        /** The best on validation: see docs/results.md. */
        public static final Settings DEFAULTS = new Settings(2, 2, 0.2, 0.4, 0);

        public Settings {
            Bounds.atLeast("blocks", blocks, 1);
            Bounds.atLeast("heads", heads, 1);
            Bounds.shareBelowOne("dropout", dropout);
            Bounds.shareBelowOne("masked", masked);
            Bounds.atLeast("inner", inner, 0);
        }

        @Override
        public Settings withInner(int other) {
            return new Settings(blocks, heads, dropout, masked, other);
        }

        @Override
        public void requireFits(Size size) {
            Bounds.multiple("dimension", size.dimension(), "heads", heads);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new ClozeEncoder(parameters, this, size);
        }
    }

    private final Settings settings;
    private final Tensor mask; // [1, d]: stands where an item is to be predicted
    private final Tensor positions; // [maximumLength + 1, d]
    private final List<TransformerBlock> blocks = new ArrayList<>();
    private final LayerNorm norm;

    ClozeEncoder(Parameters parameters, Settings settings, UserEncoderSettings.Size size) {
        this.settings = settings;
        int dimension = size.dimension();
        mask = parameters.normal("mask", DEVIATION, 1, dimension);
        positions = parameters.normal("positions", DEVIATION, size.maximumLength() + 1, dimension);
        for (int block = 0; block < settings.blocks(); block++) {
            blocks.add(new TransformerBlock(
                    parameters.of("blocks." + block),
                    dimension,
                    settings.heads(),
                    settings.innerOf(dimension),
                    AttentionMask.BOTH_WAYS));
        }
        norm = new LayerNorm(parameters.of("norm"), dimension);
    }

    @Override
    public OptionalDouble masked() {
        return OptionalDouble.of(settings.masked());
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        int rows = tokens.packing().rows();
        int[] left = tokens.packing().fromEnd();
        Packing packing = tokens.packing().withOneMore();
        int[] read = new int[packing.rows()]; // the row of items at each place, rows for the mask
        int[] answers = new int[rows]; // the place after each token
        int place = 0;
        for (int row = 0; row < rows; row++) {
            read[place++] = tokens.isMasked(row) ? rows : row;
            answers[row] = place;
            if (left[row] == 0) {
                read[place++] = rows;
            }
        }
        Tensor x = torch.cat(new TensorVector(items, mask), 0) // [rows + 1, d]
                .index_select(0, Values.of(read))
                .add(positions.index_select(0, Values.of(packing.fromEnd()))); // [places, d]
        x = dropout.apply(x, settings.dropout());
        for (TransformerBlock block : blocks) {
            x = block.apply(x, packing, dropout, settings.dropout());
        }
        return norm.apply(x).index_select(0, Values.of(answers)); // [rows, d]
    }
}
