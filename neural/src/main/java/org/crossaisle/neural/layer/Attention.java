package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.Packing.Group;

/**
 * Multi-head self-attention in which a token sees itself and those before it, in its own sequence.
 *
 * <p>Source: Vaswani et al., Attention Is All You Need, NeurIPS 2017, section 3.2. Here without padding: sequences of one
 * length are one block of rows.
 */
final class Attention {
    private final Linear inputs; // d -> queries, keys, values
    private final Linear output;
    private final int heads;

    Attention(Parameters parameters, int dimension, int heads) {
        inputs = new Linear(parameters.of("inputs"), dimension, 3 * dimension);
        output = new Linear(parameters.of("output"), dimension, dimension);
        this.heads = heads;
    }

    Tensor apply(Tensor x, Packing packing, Dropout dropout, double rate) {
        Tensor all = inputs.apply(x); // [rows, 3 d]
        TensorVector parts = new TensorVector();
        for (Group group : packing.groups()) {
            parts.push_back(attend(all.narrow(0, group.start(), group.rows()), group, dropout, rate));
        }
        return output.apply(torch.cat(parts, 0)); // [rows, d]
    }

    private Tensor attend(Tensor rows, Group group, Dropout dropout, double rate) {
        long dimension = rows.size(1) / 3;
        long width = dimension / heads;
        if (group.length() == 1) {
            return rows.narrow(1, 2 * dimension, dimension); // all weight on the only value
        }
        Tensor split = rows.view(group.count(), group.length(), 3, heads, width)
                .permute(2, 0, 3, 1, 4); // [3, sequences, heads, time, width]
        Tensor queries = split.select(0, 0).mul(new Scalar(1 / Math.sqrt((double) width)));
        Tensor keys = split.select(0, 1);
        Tensor scores = queries.matmul(keys.transpose(2, 3)).add(mask(group.length(), rows)); // [s, heads, time, time]
        Tensor weights = dropout.apply(scores.softmax(3), rate);
        return weights.matmul(split.select(0, 2)) // [sequences, heads, time, width]
                .transpose(1, 2)
                .reshape(group.rows(), dimension);
    }

    /** Minus infinity where a token would look ahead: [time, time]. */
    private static Tensor mask(int length, Tensor like) {
        return torch.full(
                        new long[] {length, length},
                        new Scalar(Double.NEGATIVE_INFINITY),
                        new TensorOptions(like.scalar_type()))
                .triu_(1);
    }
}
