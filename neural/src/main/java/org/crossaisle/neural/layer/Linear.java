package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** x W<sup>T</sup> + b. */
public final class Linear {
    /** What weights start with, as is usual for Transformers: normal with this deviation. */
    static final double DEVIATION = 0.02;

    private final Tensor weight; // [out, in]
    private final TensorOptional bias; // [out]

    public Linear(Parameters parameters, int in, int out) {
        this(parameters, in, out, DEVIATION);
    }

    /** @param deviation of the weights at the start */
    public Linear(Parameters parameters, int in, int out, double deviation) {
        weight = parameters.normal("weight", deviation, out, in);
        bias = new TensorOptional(parameters.constant("bias", 0, out));
    }

    public Tensor apply(Tensor x) {
        return torch.linear(x, weight, bias); // [.., out]
    }
}
