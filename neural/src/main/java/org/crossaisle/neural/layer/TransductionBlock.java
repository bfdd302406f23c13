package org.crossaisle.neural.layer;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.AttentionWindows.Group;
import org.crossaisle.neural.tensor.Values;

/**
 * One layer of HSTU, a hierarchical sequential transduction unit. Its attention sums instead of averaging, so that the
 * output also reflects how many tokens matched, and a gate replaces the feed-forward network of a Transformer.
 *
 * <p>With U, V, Q, K the four parts of silu(W1 norm(x) + b1): A = silu(Q K<sup>T</sup> + p + t) / n and y = W2 (norm(A
 * V) U) + b2 + x, where p is learnt for the distance of two tokens, t is learnt for the bucket of their times, and n is
 * the maximum length of a sequence. A token attends to itself and to the tokens before it in its own sequence.
 *
 * <p>Source: Zhai et al., Actions Speak Louder than Words: Trillion-Parameter Sequential Transducers for Generative
 * Recommendations, ICML 2024, equations 1 to 3. As in the authors' code, the biases are the same for all heads.
 */
public final class TransductionBlock {
    private static final double BIAS_DEVIATION = 0.02;

    /** So low that silu and its gradient are 0, whatever is added. */
    private static final double UNSEEN = -1e30;

    private final LayerNorm before;
    private final Linear inputs; // d -> U, V, Q, K
    private final Tensor ofDistances; // [distances, 1]
    private final Tensor ofTimes; // [1, buckets]
    private final LayerNorm attentionNorm;
    private final Linear output;
    private final Shape shape;

    /**
     * The dimensions of the layer.
     *
     * @param dimension length of a row
     * @param heads number of attention heads
     * @param distances maximum length of a sequence
     * @param buckets number of buckets for the times of two tokens
     */
    public record Shape(int dimension, int heads, int distances, int buckets) {}

    public TransductionBlock(Parameters parameters, Shape shape) {
        int dimension = shape.dimension();
        this.shape = shape;
        before = new LayerNorm(parameters.of("norm1"), dimension);
        inputs = new Linear(parameters.of("inputs"), dimension, 4 * dimension);
        ofDistances = parameters.normal("distances", BIAS_DEVIATION, shape.distances(), 1);
        ofTimes = parameters.normal("times", BIAS_DEVIATION, 1, shape.buckets());
        attentionNorm = new LayerNorm(parameters.of("norm2"), dimension);
        output = new Linear(parameters.of("output"), dimension, dimension);
    }

    /**
     * The layer's output: [rows, d].
     *
     * @param x one row for each token: [rows, d]
     * @param relations relations of the tokens, with the distances and buckets of this layer
     * @param rate dropout rate, in [0, 1)
     */
    public Tensor apply(Tensor x, Relations relations, Dropout dropout, double rate) {
        long dimension = shape.dimension();
        Tensor all = torch.silu(inputs.apply(before.apply(x))); // [rows, 4 d]
        Tensor gate = all.narrow(1, 0, dimension);
        Tensor attended = attended(all.narrow(1, dimension, 3 * dimension), relations);
        Tensor gated = attentionNorm.apply(attended).mul(gate); // [rows, d]
        return x.add(output.apply(dropout.apply(gated, rate)));
    }

    /** A V, from the concatenated V, Q and K of all tokens, [rows, 3 d]: [rows, d]. */
    private Tensor attended(Tensor tokens, Relations relations) {
        AttentionWindows windows = relations.packing().windows();
        Tensor unseen = torch.full(new long[] {1}, new Scalar(UNSEEN), tokens.options());
        Tensor bias = torch.cat(new TensorVector(ofDistances.add(ofTimes).view(-1), unseen), 0);
        Tensor all = torch.embedding(tokens, Values.of(windows.rows())); // [places, 3 d]
        TensorVector parts = new TensorVector();
        List<Group> groups = windows.groups();
        for (int at = 0; at < groups.size(); at++) {
            Group group = groups.get(at);
            Tensor added = bias.index_select(0, relations.entries().get(at))
                    .view(group.count(), 1, group.width(), group.width());
            parts.push_back(attend(all.narrow(0, group.start(), group.places()), group, added));
        }
        return torch.embedding(torch.cat(parts, 0), Values.of(windows.places())); // [rows, d]
    }

    private Tensor attend(Tensor places, Group group, Tensor bias) {
        int width = shape.dimension() / shape.heads();
        Tensor split = places.view(group.count(), group.width(), 3, shape.heads(), width)
                .permute(2, 0, 3, 1, 4); // [3, windows, heads, time, width]
        Tensor keys = split.select(0, 2);
        Tensor scores = split.select(0, 1).matmul(keys.transpose(2, 3)).add_(bias); // [windows, heads, time, time]
        return torch.silu(scores)
                .matmul(split.select(0, 0)) // [windows, heads, time, width]
                .mul(new Scalar(1.0 / shape.distances()))
                .transpose(1, 2)
                .reshape(group.places(), shape.dimension());
    }
}
