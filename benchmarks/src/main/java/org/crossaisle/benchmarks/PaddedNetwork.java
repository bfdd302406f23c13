package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.encode.RecurrentEncoder;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.sequence.DeepSequence;

/**
 * A network without features, written the usual way: histories padded on the right to one length, libtorch's own
 * modules, dropout, cross-entropy and automatic differentiation. It is the baseline for the packed networks, so it
 * avoids needless work: padding is removed before the logits.
 *
 * <p>For one thread.
 */
abstract class PaddedNetwork extends Module {
    static final double DEVIATION = 0.02;

    private final int dimension;
    private final int items;
    private final EmbeddingImpl ids; // [items + 1, d], the padding last

    PaddedNetwork(int dimension, int items) {
        this.dimension = dimension;
        this.items = items;
        EmbeddingOptions options = new EmbeddingOptions((long) items + 1, dimension);
        options.padding_idx().put(items);
        ids = register_module("ids", new EmbeddingImpl(options));
        drawn(ids.weight());
    }

    /** The one for a recipe. */
    static PaddedNetwork of(DeepSequence settings, int items) {
        if (settings.users() instanceof TransformerEncoder.Settings transformer) {
            return new PaddedTransformer(settings, transformer, items);
        }
        if (settings.users() instanceof RecurrentEncoder.Gru gru) {
            return PaddedRecurrent.gru(settings.dimension(), items, gru);
        }
        if (settings.users() instanceof RecurrentEncoder.Lstm lstm) {
            return PaddedRecurrent.lstm(settings.dimension(), items, lstm);
        }
        throw new IllegalArgumentException("there is no padded " + settings.name());
    }

    /** The user vectors after each place: [histories, length, d] to [histories, length, d]. */
    abstract Tensor encode(Tensor items);

    /** The trainable tensors without the item vectors, in the order in which the packed network creates its own. */
    abstract List<Tensor> encoderInPackedOrder();

    /** The item number of padding. */
    final int padding() {
        return items;
    }

    /**
     * Mean cross-entropy of the targets, in nats.
     *
     * @param inputs item numbers: [histories, length]
     * @param places which of all places are no padding, as if they lay one after the other: [rows]
     * @param targets the item that follows at each of them: [rows]
     */
    final Tensor loss(Tensor inputs, Tensor places, Tensor targets) {
        Tensor users = encode(ids.forward(inputs)).reshape(-1, dimension).index_select(0, places); // [rows, d]
        Tensor logits = users.mm(ids.weight().narrow(0, 0, items).t()); // [rows, items]
        return torch.cross_entropy_loss(logits, targets);
    }

    /**
     * The trainable tensors in the order in which the packed network creates its own, without those of features. They
     * stay valid after the network is closed.
     */
    final List<Tensor> inPackedOrder() {
        List<Tensor> all = new ArrayList<>(List.of(ids.weight()));
        all.addAll(encoderInPackedOrder());
        return all.stream().map(Tensor::new).toList();
    }

    static void drawn(Tensor weights) {
        try (NoGradGuard guard = new NoGradGuard()) {
            weights.normal_(0, DEVIATION, new GeneratorOptional());
        }
    }

    static LayerNormImpl norm(int dimension) {
        return new LayerNormImpl(new LongVector(new long[] {dimension}));
    }

    static List<Tensor> of(LayerNormImpl norm) {
        return List.of(norm.weight(), norm.bias());
    }

    static List<Tensor> of(LinearImpl linear) {
        return List.of(linear.weight(), linear.bias());
    }
}
