package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.RunningMean;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.TimeGaps;
import org.crossaisle.neural.token.TokenContext;
import org.crossaisle.neural.token.Tokens;

/**
 * The candidate generation network of YouTube: the mean of the item vectors of the history and other features of the
 * user and the time go through layers with ReLU. It ignores the order of the history.
 *
 * <p>The other features are those of {@link TokenContext} and a learnt vector for the time since the latest event.
 *
 * <p>Source: Covington, Adams and Sargin, Deep Neural Networks for YouTube Recommendations, RecSys 2016, section 3.
 * Here all layers have the same width and a linear map to the item dimension follows them. Item vectors start small, so
 * their mean is normalised on input and the result on output.
 */
public final class AverageEncoder implements UserEncoder {
    private static final int GAP_DIMENSION = 16;
    private static final double GAP_DEVIATION = 0.1;

    /**
     * The settings of the encoder.
     *
     * @param width hidden size
     * @param layers number of layers
     * @param age whether the age of each example is a feature in training, so that the network fits the most recent
     *     behaviour
     * @param dropout dropout rate, in [0, 1)
     */
    public record Settings(
            @Help("Length of the hidden vectors, at least 1.")
            int width,

            @Help("Layers, at least 1.") int layers,

            @Help("Reads the age of an example in training, so that the latest behaviour counts.")
            boolean age,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements UserEncoderSettings {
        public static final Settings DEFAULTS = new Settings(256, 2, true, 0.3);

        public Settings {
            Bounds.atLeast("width", width, 1);
            Bounds.atLeast("layers", layers, 1);
            Bounds.shareBelowOne("dropout", dropout);
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new AverageEncoder(parameters, this, size);
        }
    }

    private final Settings settings;
    private final int actions;
    private final RunningMean mean;
    private final LayerNorm before;
    private final Tensor gaps; // [Gaps.BUCKETS, GAP_DIMENSION]
    private final List<Linear> layers = new ArrayList<>();
    private final Linear output;
    private final LayerNorm outputNorm;

    AverageEncoder(Parameters parameters, Settings settings, UserEncoderSettings.Size size) {
        this.settings = settings;
        actions = size.actions();
        int dimension = size.dimension();
        mean = new RunningMean(size.maximumLength());
        before = new LayerNorm(parameters.of("before"), dimension);
        gaps = parameters.normal("gaps", GAP_DEVIATION, TimeGaps.BUCKETS, GAP_DIMENSION);
        int in = dimension + GAP_DIMENSION + TokenContext.count(actions);
        for (int layer = 0; layer < settings.layers(); layer++) {
            layers.add(new Linear(parameters.of("layers." + layer), in, settings.width(), Math.sqrt(2.0 / in)));
            in = settings.width();
        }
        output = new Linear(parameters.of("output"), in, dimension, 1 / Math.sqrt(in));
        outputNorm = new LayerNorm(parameters.of("behind"), dimension);
    }

    @Override
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Tensor x = torch.cat(
                new TensorVector(
                        dropout.apply(before.apply(mean.apply(items, tokens.packing())), settings.dropout()),
                        gaps.index_select(0, Values.of(TimeGaps.untilNext(tokens))),
                        Values.of(
                                TokenContext.of(tokens, actions, settings.age()),
                                tokens.items().length,
                                TokenContext.count(actions))),
                1); // [rows, in]
        for (Linear layer : layers) {
            x = dropout.apply(layer.apply(x).relu_(), settings.dropout()); // [rows, width]
        }
        return outputNorm.apply(output.apply(x)); // [rows, d]
    }
}
