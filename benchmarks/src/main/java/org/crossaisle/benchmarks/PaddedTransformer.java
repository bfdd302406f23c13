package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.sequence.DeepSequence;

/**
 * The Transformer on padded histories. Since padding is on the right, the causal mask alone hides it from attention.
 *
 * <p>Parameters have the names the packed network gives them. For one thread.
 */
final class PaddedTransformer extends PaddedNetwork {
    private static final int WIDENING = 4;

    private final TransformerEncoder.Settings encoder;
    private final EmbeddingImpl positions; // [length, d]
    private final List<Block> blocks = new ArrayList<>();
    private final LayerNormImpl norm;

    PaddedTransformer(DeepSequence settings, TransformerEncoder.Settings encoder, int items) {
        super(settings.dimension(), items);
        this.encoder = encoder;
        int dimension = settings.dimension();
        positions = register_module("positions", new EmbeddingImpl(settings.maximumLength(), dimension));
        drawn(positions.weight());
        for (int block = 0; block < encoder.blocks(); block++) {
            blocks.add(register_module("block" + block, new Block(encoder, dimension)));
        }
        norm = register_module("norm", norm(dimension));
    }

    @Override
    Tensor encode(Tensor items) {
        Tensor x = torch.dropout(items.add(positions.weight()), encoder.dropout(), is_training());
        for (Block block : blocks) {
            x = block.forward(x);
        }
        return norm.forward(x);
    }

    @Override
    List<Tensor> encoderInPackedOrder() {
        List<Tensor> all = new ArrayList<>(List.of(positions.weight()));
        blocks.forEach(block -> all.addAll(block.inPackedOrder()));
        all.addAll(of(norm));
        return all;
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
