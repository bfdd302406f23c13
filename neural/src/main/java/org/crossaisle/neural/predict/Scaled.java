package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.Parameters;

/**
 * The interest r = sigma(w (u . i) + b), where w and b are learnt numbers and sigma is the activation. With the sigmoid and the
 * loss {@code bce} r is a probability; with ReLU or none the loss is {@code squared-error}.
 *
 * <p>As a dot product: the user's vector is (w u, b), the item's (i, 1). sigma never falls, so that it need not be computed to
 * rank.
 *
 * @param activation sigma
 */
public record Scaled(Activation activation) implements PredictorSettings {
    public static final Scaled DEFAULTS = new Scaled(Activation.SIGMOID);

    @Override
    public Predictor predictor(Parameters parameters) {
        Tensor scale = parameters.constant("scale", 1, 1); // w
        Tensor offset = parameters.constant("offset", 0, 1, 1); // b
        return new Predictor() {
            @Override
            public Tensor users(Tensor users) {
                return torch.cat(new TensorVector(users.mul(scale), offset.expand(users.size(0), 1)), 1);
            }

            @Override
            public Tensor items(Tensor items) {
                return torch.cat(
                        new TensorVector(items, torch.ones(new long[] {items.size(0), 1}, items.options())), 1);
            }

            @Override
            public Activation activation() {
                return activation;
            }
        };
    }
}
