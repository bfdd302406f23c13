package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.encode.RecurrentEncoder;

/**
 * A GRU or an LSTM on padded histories. Since the padding is on the right, it does not affect the states used, so no
 * mask is needed; it is computed all the same.
 *
 * <p>For one thread.
 */
final class PaddedRecurrent extends PaddedNetwork {
    /**
     * libtorch's module, whichever it is.
     *
     * @param states what it makes of its input: [histories, length, d] to [histories, length, width]
     * @param weights those of the input, of the state, and the biases of both; held, since its tensors live as long as
     *     it does
     * @param width length of a state
     */
    private record Cells(Module module, UnaryOperator<Tensor> states, TensorVector weights, int width) {}

    private final Cells cells;
    private final double dropout;
    private final LayerNormImpl before;
    private final LinearImpl output;
    private final LayerNormImpl behind;

    private PaddedRecurrent(int dimension, int items, Cells cells, double dropout) {
        super(dimension, items);
        this.cells = cells;
        this.dropout = dropout;
        before = register_module("before", norm(dimension));
        register_module("cells", cells.module());
        output = register_module("output", new LinearImpl(cells.width(), dimension));
        behind = register_module("behind", norm(dimension));
    }

    /** Gated recurrent units. */
    static PaddedRecurrent gru(int dimension, int items, RecurrentEncoder.Gru settings) {
        GRUOptions options = new GRUOptions(dimension, settings.width());
        options.num_layers().put(settings.layers());
        options.batch_first().put(true);
        GRUImpl module = new GRUImpl(options);
        Cells cells = new Cells(module, x -> module.forward(x).get0(), module.all_weights(), settings.width());
        return new PaddedRecurrent(dimension, items, cells, settings.dropout());
    }

    /** Long short-term memories. */
    static PaddedRecurrent lstm(int dimension, int items, RecurrentEncoder.Lstm settings) {
        LSTMOptions options = new LSTMOptions(dimension, settings.width());
        options.num_layers().put(settings.layers());
        options.batch_first().put(true);
        LSTMImpl module = new LSTMImpl(options);
        Cells cells = new Cells(module, x -> module.forward(x).get0(), module.all_weights(), settings.width());
        return new PaddedRecurrent(dimension, items, cells, settings.dropout());
    }

    @Override
    Tensor encode(Tensor items) {
        Tensor x = torch.dropout(before.forward(items), dropout, is_training());
        Tensor states = torch.dropout(cells.states().apply(x), dropout, is_training()); // [histories, length, width]
        return behind.forward(output.forward(states));
    }

    @Override
    List<Tensor> encoderInPackedOrder() {
        List<Tensor> all = new ArrayList<>(of(before));
        for (long at = 0; at < cells.weights().size(); at++) {
            all.add(cells.weights().get(at));
        }
        all.addAll(of(output));
        all.addAll(of(behind));
        return all;
    }
}
