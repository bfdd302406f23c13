package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One layer of BSARec. Beside the attention, a second branch keeps the low frequencies of the history and scales the
 * high ones by a learnt factor for each dimension. The outputs of the two branches are mixed in a fixed proportion and
 * go through a feed-forward network.
 *
 * <p>With x the input and L its low-frequency part: a = norm(x + dropout(L + b<sup>2</sup> (x - L))), c = norm(x +
 * dropout(attention(x))), h = share a + (1 - share) c, y = norm(h + dropout(W2 gelu(W1 h))).
 *
 * <p>Source: Shin, Choi, Wi and Park, An Attentive Inductive Bias for Sequential Recommendation beyond the
 * Self-Attention, AAAI 2024, equations 5 to 9; the low-pass filter is causal here, see {@link LowPass}.
 */
public final class FrequencyBlock {
    private final double share;
    private final LowPass lowPass;
    private final Tensor fast; // [1, d], b
    private final LayerNorm filterNorm;
    private final Attention attention;
    private final LayerNorm attentionNorm;
    private final Linear widening;
    private final Linear narrowing;
    private final LayerNorm outputNorm;

    /**
     * The dimensions of the layer.
     *
     * @param dimension length of a row
     * @param heads number of attention heads
     * @param inner hidden size of the feed-forward network
     * @param window maximum length of a sequence
     * @param frequencies number of lowest frequencies to keep, at least 1
     * @param share weight of the filtered branch, in [0, 1]
     */
    public record Shape(int dimension, int heads, int inner, int window, int frequencies, double share) {}

    public FrequencyBlock(Parameters parameters, Shape shape) {
        int dimension = shape.dimension();
        share = shape.share();
        lowPass = new LowPass(shape.window(), shape.frequencies());
        fast = parameters.normal("fast", 1, 1, dimension);
        filterNorm = new LayerNorm(parameters.of("norm1"), dimension);
        attention = new Attention(parameters.of("attention"), dimension, shape.heads(), AttentionMask.BACK);
        attentionNorm = new LayerNorm(parameters.of("norm2"), dimension);
        widening = new Linear(parameters.of("linear1"), dimension, shape.inner());
        narrowing = new Linear(parameters.of("linear2"), shape.inner(), dimension);
        outputNorm = new LayerNorm(parameters.of("norm3"), dimension);
    }

    /**
     * The layer's output: [rows, d].
     *
     * @param x one row for each token: [rows, d]
     * @param rate dropout rate, in [0, 1)
     */
    public Tensor apply(Tensor x, Packing packing, Dropout dropout, double rate) {
        Tensor slow = lowPass.apply(x, packing);
        Tensor filtered = slow.add(fast.square().mul(x.sub(slow)));
        Tensor a = filterNorm.apply(x.add(dropout.apply(filtered, rate)));
        Tensor c = attentionNorm.apply(x.add(dropout.apply(attention.apply(x, packing, dropout, rate), rate)));
        Tensor h = a.mul(new Scalar(share)).add(c.mul(new Scalar(1 - share))); // [rows, d]
        Tensor inner = narrowing.apply(torch.gelu(widening.apply(h)));
        return outputNorm.apply(h.add(dropout.apply(inner, rate)));
    }
}
