package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Parameters;

/**
 * A scaled and shifted dot product: the interest is r = sigma(w (u . i) + b), where w and b are learnt scalars and
 * sigma is the activation. With the sigmoid and the loss {@code bce}, r is a probability; with ReLU or the identity,
 * the loss is {@code squared-error}.
 *
 * <p>Written as a dot product, the user's vector is (w u, b) and the item's is (i, 1). sigma is monotone, so ranking
 * does not need it.
 *
 * @param activation sigma
 */
public record Scaled(
        @Help("What turns the score into the predicted interest.")
        Activation activation) implements PredictorSettings {
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
