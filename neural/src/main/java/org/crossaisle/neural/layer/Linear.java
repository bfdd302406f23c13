package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A linear layer: x W<sup>T</sup> + b. */
public final class Linear {
    /** Standard deviation of the initial weights, which are normal, as is usual for Transformers. */
    static final double DEVIATION = 0.02;

    private final Tensor weight; // [out, in]
    private final TensorOptional bias; // [out]

    public Linear(Parameters parameters, int in, int out) {
        this(parameters, in, out, DEVIATION);
    }

    /** @param deviation standard deviation of the initial weights */
    public Linear(Parameters parameters, int in, int out, double deviation) {
        weight = parameters.normal("weight", deviation, out, in);
        bias = new TensorOptional(parameters.constant("bias", 0, out));
    }

    /**
     * A layer to go before a ReLU, initialised to preserve the scale of its input: He et al., Delving Deep into
     * Rectifiers, ICCV 2015, equation 10.
     */
    public static Linear beforeRelu(Parameters parameters, int in, int out) {
        return new Linear(parameters, in, out, Math.sqrt(2.0 / in));
    }

    public Tensor apply(Tensor x) {
        return torch.linear(x, weight, bias); // [.., out]
    }
}
