package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One layer of a Transformer: attention and a feed-forward network, each with layer normalisation before it and a
 * residual connection around it.
 *
 * <p>Source: Vaswani et al., NeurIPS 2017, section 3.1, with the normalisation first as in Xiong et al., On Layer
 * Normalization in the Transformer Architecture, ICML 2020, and GELU between the linear layers.
 */
public final class TransformerBlock {
    private final LayerNorm beforeAttention;
    private final Attention attention;
    private final LayerNorm beforeWidening;
    private final Linear widening;
    private final Linear narrowing;

    /** A causal layer: tokens attend only to themselves and to the tokens before them. */
    public TransformerBlock(Parameters parameters, int dimension, int heads, int inner) {
        this(parameters, dimension, heads, inner, AttentionMask.BACK);
    }

    public TransformerBlock(Parameters parameters, int dimension, int heads, int inner, AttentionMask sight) {
        beforeAttention = new LayerNorm(parameters.of("norm1"), dimension);
        attention = new Attention(parameters.of("attention"), dimension, heads, sight);
        beforeWidening = new LayerNorm(parameters.of("norm2"), dimension);
        widening = new Linear(parameters.of("linear1"), dimension, inner);
        narrowing = new Linear(parameters.of("linear2"), inner, dimension);
    }

    /**
     * The layer's output: [rows, d].
     *
     * @param x one row for each token: [rows, d]
     * @param rate dropout rate, in [0, 1)
     */
    public Tensor apply(Tensor x, Packing packing, Dropout dropout, double rate) {
        Tensor attended = attention.apply(beforeAttention.apply(x), packing, dropout, rate);
        Tensor y = x.add(dropout.apply(attended, rate));
        Tensor inner = dropout.apply(torch.gelu(widening.apply(beforeWidening.apply(y))), rate); // [rows, inner]
        return y.add(dropout.apply(narrowing.apply(inner), rate));
    }
}
