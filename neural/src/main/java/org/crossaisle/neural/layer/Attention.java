package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.AttentionWindows.Group;
import org.crossaisle.neural.tensor.Values;

/**
 * Multi-head self-attention within each sequence. A token attends to itself and to the tokens before it, or to all
 * tokens, depending on the mask.
 *
 * <p>Source: Vaswani et al., Attention Is All You Need, NeurIPS 2017, section 3.2; computed here over
 * {@link AttentionWindows} of packed sequences.
 */
final class Attention {
    private final Linear inputs; // d -> queries, keys, values
    private final Linear output;
    private final int heads;
    private final AttentionMask attentionMask;

    Attention(Parameters parameters, int dimension, int heads, AttentionMask attentionMask) {
        inputs = new Linear(parameters.of("inputs"), dimension, 3 * dimension);
        output = new Linear(parameters.of("output"), dimension, dimension);
        this.heads = heads;
        this.attentionMask = attentionMask;
    }

    Tensor apply(Tensor x, Packing packing, Dropout dropout, double rate) {
        AttentionWindows windows = packing.windows();
        Tensor all = torch.embedding(inputs.apply(x), Values.of(windows.rows())); // [places, 3 d]
        TensorVector parts = new TensorVector();
        for (Group group : windows.groups()) {
            Tensor mask = Values.of(windows.mask(group, attentionMask), group.count(), 1, group.width(), group.width());
            parts.push_back(attend(
                    all.narrow(0, group.start(), group.places()), group, mask.to(x.scalar_type()), dropout, rate));
        }
        Tensor attended = torch.cat(parts, 0); // [places, d]
        return output.apply(torch.embedding(attended, Values.of(windows.places()))); // [rows, d]
    }

    private Tensor attend(Tensor places, Group group, Tensor mask, Dropout dropout, double rate) {
        long dimension = places.size(1) / 3;
        long width = dimension / heads;
        Tensor split = places.view(group.count(), group.width(), 3, heads, width)
                .permute(2, 0, 3, 1, 4); // [3, windows, heads, time, width]
        Tensor queries = split.select(0, 0).mul(new Scalar(1 / Math.sqrt((double) width)));
        Tensor keys = split.select(0, 1);
        Tensor scores = queries.matmul(keys.transpose(2, 3)).add(mask); // [windows, heads, time, time]
        Tensor weights = dropout.apply(scores.softmax(3), rate);
        return weights.matmul(split.select(0, 2)) // [windows, heads, time, width]
                .transpose(1, 2)
                .reshape(group.places(), dimension);
    }
}
