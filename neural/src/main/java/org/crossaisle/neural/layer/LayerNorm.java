package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Layer normalisation: each row is brought to mean 0 and variance 1, then scaled and shifted by learnt parameters.
 *
 * <p>Source: Ba, Kiros and Hinton, Layer Normalization, arXiv 1607.06450, 2016.
 */
public final class LayerNorm {
    private static final double EPSILON = 1e-5;

    private final TensorOptional weight; // [d]
    private final TensorOptional bias; // [d]
    private final long[] shape;

    public LayerNorm(Parameters parameters, int dimension) {
        this(parameters, dimension, 1);
    }

    /** @param scale initial value of every weight */
    public LayerNorm(Parameters parameters, int dimension, double scale) {
        weight = new TensorOptional(parameters.constant("weight", scale, dimension));
        bias = new TensorOptional(parameters.constant("bias", 0, dimension));
        shape = new long[] {dimension};
    }

    public Tensor apply(Tensor x) {
        return torch.layer_norm(x, shape, weight, bias, EPSILON, true);
    }
}
