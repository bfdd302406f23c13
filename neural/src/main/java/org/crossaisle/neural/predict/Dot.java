package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Parameters;

/**
 * The dot product u . i, as in matrix factorisation: Koren, Bell and Volinsky, IEEE Computer 42(8), 2009, equation 1.
 */
public record Dot() implements PredictorSettings {
    public static final Dot DEFAULTS = new Dot();

    @Override
    public Predictor predictor(Parameters parameters) {
        return new Predictor() {
            @Override
            public Tensor users(Tensor users) {
                return users;
            }

            @Override
            public Tensor items(Tensor items) {
                return items;
            }

            @Override
            public Activation activation() {
                return Activation.IDENTITY;
            }
        };
    }
}
