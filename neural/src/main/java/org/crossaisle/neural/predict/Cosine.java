package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Parameters;

/**
 * The cosine of the two vectors, divided by a temperature. The length of an item's vector has no effect, so it cannot
 * encode popularity.
 *
 * <p>Source: Yi et al., Sampling-Bias-Corrected Neural Modeling for Large Corpus Item Recommendations, RecSys 2019,
 * section 3.3.
 *
 * @param temperature temperature of the softmax: the lower, the sharper; greater than 0
 */
public record Cosine(
        @Help("Sharpness of the softmax, above 0; less is sharper.")
        double temperature) implements PredictorSettings {
    public static final Cosine DEFAULTS = new Cosine(0.07);

    private static final double EPSILON = 1e-6;
    private static final long[] ROW = {1};

    public Cosine {
        Bounds.positive("temperature", temperature);
    }

    @Override
    public Predictor predictor(Parameters parameters) {
        return new Predictor() {
            @Override
            public Tensor users(Tensor users) {
                return unit(users).div(new Scalar(temperature));
            }

            @Override
            public Tensor items(Tensor items) {
                return unit(items);
            }

            @Override
            public Activation activation() {
                return Activation.IDENTITY;
            }
        };
    }

    private static Tensor unit(Tensor rows) {
        Tensor length = rows.square()
                .sum(ROW, true, new ScalarTypeOptional())
                .add(new Scalar(EPSILON))
                .sqrt();
        return rows.div(length);
    }
}
