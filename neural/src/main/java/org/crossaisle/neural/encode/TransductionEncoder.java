package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.Relations;
import org.crossaisle.neural.layer.TransductionBlock;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.TimeGaps;
import org.crossaisle.neural.token.Tokens;

/**
 * HSTU: layers of gated attention whose weights depend on how long before the prediction each item was chosen.
 *
 * <p>The time between two tokens is counted from the earlier one to the event predicted at the later one; at the last
 * token, to the current time. Unknown times have a bucket of their own.
 *
 * <p>Source: see {@link TransductionBlock}; the input and the shift of times by one are as in the authors' code. The
 * output is normalised by its mean and variance, where theirs is scaled to length 1 for a softmax with a temperature.
 */
public final class TransductionEncoder implements UserEncoder {
    /**
     * The settings of the encoder.
     *
     * @param blocks number of layers
     * @param heads number of attention heads; must divide the dimension
     * @param dropout dropout rate, in [0, 1)
     */
    public record Settings(
            @Help("Layers, at least 1.") int blocks,

            @Help("Heads of each attention, at least 1; the dimension must be a multiple of it.")
            int heads,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements UserEncoderSettings {
        public static final Settings DEFAULTS = new Settings(2, 2, 0.5);

        public Settings {
            Bounds.atLeast("blocks", blocks, 1);
            Bounds.atLeast("heads", heads, 1);
            Bounds.shareBelowOne("dropout", dropout);
        }

        @Override
        public void requireFits(Size size) {
            Bounds.multiple("dimension", size.dimension(), "heads", heads);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new TransductionEncoder(parameters, this, size);
        }
    }

    private final Settings settings;
    private final UserEncoderSettings.Size size;
    private final Tensor positions; // [maximumLength, d]
    private final List<TransductionBlock> blocks = new ArrayList<>();
    private final LayerNorm norm;

    TransductionEncoder(Parameters parameters, Settings settings, UserEncoderSettings.Size size) {
        this.settings = settings;
        this.size = size;
        int dimension = size.dimension();
        positions = parameters.normal("positions", 1 / Math.sqrt(dimension), size.maximumLength(), dimension);
        TransductionBlock.Shape shape =
                new TransductionBlock.Shape(dimension, settings.heads(), size.maximumLength(), TimeGaps.BUCKETS);
        for (int block = 0; block < settings.blocks(); block++) {
            blocks.add(new TransductionBlock(parameters.of("blocks." + block), shape));
        }
        norm = new LayerNorm(parameters.of("norm"), dimension);
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Packing packing = tokens.packing();
        Relations relations = new Relations(
                packing,
                size.maximumLength(),
                TimeGaps.BUCKETS,
                (row, earlier) -> TimeGaps.bucket(tokens.times()[earlier], tokens.nextTimes()[row]));
        Tensor x = items.mul(new Scalar(Math.sqrt(size.dimension())))
                .add(positions.index_select(0, Values.of(packing.fromStart()))); // [rows, d]
        x = dropout.apply(x, settings.dropout());
        for (TransductionBlock block : blocks) {
            x = block.apply(x, relations, dropout, settings.dropout());
        }
        return norm.apply(x);
    }
}
