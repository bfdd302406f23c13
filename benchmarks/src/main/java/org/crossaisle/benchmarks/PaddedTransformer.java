package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.DeepSequence;
import org.crossaisle.neural.encode.TransformerEncoder;

/**
 * The network of {@link Transformer} without features, written the usual way: histories padded on the right to one length,
 * libtorch's own modules, attention, dropout, cross-entropy and automatic differentiation. It is what the packed one is
 * measured against, so it wastes nothing that this way does not waste: places that are padding are left out before the
 * logits, and as no history sees the padding behind it, the causal mask is all that attention needs.
 *
 * <p>Parameters have the names the packed network gives them. For one thread.
 */
final class PaddedTransformer extends Module {
    private static final double DEVIATION = 0.02;
    private static final int WIDENING = 4;

    private final DeepSequence settings;
    private final TransformerEncoder.Settings encoder;
    private final int items;
    private final EmbeddingImpl ids; // [items + 1, d], the padding last
    private final EmbeddingImpl positions; // [length, d]
    private final List<Block> blocks = new ArrayList<>();
    private final LayerNormImpl norm;

    PaddedTransformer(DeepSequence settings, int items) {
        this.settings = settings;
        encoder = (TransformerEncoder.Settings) settings.users();
        this.items = items;
        int dimension = settings.dimension();
        EmbeddingOptions options = new EmbeddingOptions((long) items + 1, dimension);
        options.padding_idx().put(items);
        ids = register_module("ids", new EmbeddingImpl(options));
        positions = register_module("positions", new EmbeddingImpl(settings.maximumLength(), dimension));
        try (NoGradGuard guard = new NoGradGuard()) {
            ids.weight().normal_(0, DEVIATION, new GeneratorOptional());
            positions.weight().normal_(0, DEVIATION, new GeneratorOptional());
        }
        for (int block = 0; block < encoder.blocks(); block++) {
            blocks.add(register_module("block" + block, new Block(encoder, dimension)));
        }
        norm = register_module("norm", norm(dimension));
    }

    /** The number that stands for no item. */
    int padding() {
        return items;
    }

    /**
     * Mean cross-entropy of the targets, in nats.
     *
     * @param inputs item numbers: [histories, length]
     * @param places which of all places are no padding, as if they lay one after the other: [rows]
     * @param targets the item that follows at each of them: [rows]
     */
    Tensor loss(Tensor inputs, Tensor places, Tensor targets) {
        Tensor x = ids.forward(inputs).add(positions.weight()); // [histories, length, d]
        x = dropout(x);
        for (Block block : blocks) {
            x = block.forward(x);
        }
        Tensor users = norm.forward(x).view(-1, settings.dimension()).index_select(0, places); // [rows, d]
        Tensor logits = users.mm(ids.weight().narrow(0, 0, items).t()); // [rows, items]
        return torch.cross_entropy_loss(logits, targets);
    }

    /** The trainable tensors in the order in which the packed network makes its own, without those of features. */
    List<Tensor> inPackedOrder() {
        List<Tensor> all = new ArrayList<>(List.of(ids.weight(), positions.weight()));
        blocks.forEach(block -> all.addAll(block.inPackedOrder()));
        all.addAll(List.of(norm.weight(), norm.bias()));
        return all;
    }

    private Tensor dropout(Tensor x) {
        return torch.dropout(x, encoder.dropout(), is_training());
    }

    private static LayerNormImpl norm(int dimension) {
        return new LayerNormImpl(new LongVector(new long[] {dimension}));
    }

    /** Attention and two linear layers. */
    private static final class Block extends Module {
        private final TransformerEncoder.Settings encoder;
        private final LayerNormImpl beforeAttention;
        private final LinearImpl attentionInputs;
        private final LinearImpl attentionOutput;
        private final LayerNormImpl beforeWidening;
        private final LinearImpl widening;
        private final LinearImpl narrowing;

        Block(TransformerEncoder.Settings encoder, int dimension) {
            this.encoder = encoder;
            beforeAttention = register_module("norm1", norm(dimension));
            attentionInputs = register_module("inputs", new LinearImpl(dimension, 3L * dimension));
            attentionOutput = register_module("output", new LinearImpl(dimension, dimension));
            beforeWidening = register_module("norm2", norm(dimension));
            widening = register_module("linear1", new LinearImpl(dimension, (long) WIDENING * dimension));
            narrowing = register_module("linear2", new LinearImpl((long) WIDENING * dimension, dimension));
        }

        /** @param x [histories, length, d] */
        Tensor forward(Tensor x) {
            Tensor y = x.add(dropout(attend(beforeAttention.forward(x))));
            Tensor inner = dropout(torch.gelu(widening.forward(beforeWidening.forward(y))));
            return y.add(dropout(narrowing.forward(inner)));
        }

        private Tensor attend(Tensor x) {
            TensorVector parts = attentionInputs.forward(x).chunk(3, -1);
            Tensor attended = torch.scaled_dot_product_attention(
                    heads(parts.get(0)),
                    heads(parts.get(1)),
                    heads(parts.get(2)),
                    new TensorOptional(),
                    is_training() ? encoder.dropout() : 0,
                    true,
                    new DoubleOptional(),
                    false); // [histories, heads, length, width]
            return attentionOutput.forward(attended.transpose(1, 2).reshape(x.size(0), x.size(1), x.size(2)));
        }

        private Tensor heads(Tensor x) {
            int heads = encoder.heads();
            return x.view(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
        }

        private Tensor dropout(Tensor x) {
            return torch.dropout(x, encoder.dropout(), is_training());
        }

        private List<Tensor> inPackedOrder() {
            return List.of(
                    beforeAttention.weight(),
                    beforeAttention.bias(),
                    attentionInputs.weight(),
                    attentionInputs.bias(),
                    attentionOutput.weight(),
                    attentionOutput.bias(),
                    beforeWidening.weight(),
                    beforeWidening.bias(),
                    widening.weight(),
                    widening.bias(),
                    narrowing.weight(),
                    narrowing.bias());
        }
    }
}
