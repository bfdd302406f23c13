package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
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
import org.crossaisle.neural.DeepSequence;
import org.crossaisle.neural.encode.RecurrentEncoder;

/**
 * A GRU or an LSTM on padded histories. Since the padding is on the right no state has seen it, and nothing more is needed; it is
 * read all the same.
 *
 * <p>For one thread.
 */
final class PaddedRecurrent extends PaddedNetwork {
    /** libtorch's module, whichever it is. */
    interface Cells {
        Module module();

        /** The states: [histories, length, d] to [histories, length, width]. */
        Tensor states(Tensor x);

        /** Those of the input, of the state, and the biases of both. */
        TensorVector weights();

        long width();
    }

    /** Gated recurrent units. */
    record GruCells(GRUImpl module, long width) implements Cells {
        GruCells(DeepSequence recipe, RecurrentEncoder.Gru settings) {
            this(module(recipe, settings), settings.width());
        }

        private static GRUImpl module(DeepSequence recipe, RecurrentEncoder.Gru settings) {
            GRUOptions options = new GRUOptions(recipe.dimension(), settings.width());
            options.num_layers().put(settings.layers());
            options.batch_first().put(true);
            return new GRUImpl(options);
        }

        @Override
        public Tensor states(Tensor x) {
            return module.forward(x).get0();
        }

        @Override
        public TensorVector weights() {
            return module.all_weights();
        }
    }

    /** Long short-term memories. */
    record LstmCells(LSTMImpl module, long width) implements Cells {
        LstmCells(DeepSequence recipe, RecurrentEncoder.Lstm settings) {
            this(module(recipe, settings), settings.width());
        }

        private static LSTMImpl module(DeepSequence recipe, RecurrentEncoder.Lstm settings) {
            LSTMOptions options = new LSTMOptions(recipe.dimension(), settings.width());
            options.num_layers().put(settings.layers());
            options.batch_first().put(true);
            return new LSTMImpl(options);
        }

        @Override
        public Tensor states(Tensor x) {
            return module.forward(x).get0();
        }

        @Override
        public TensorVector weights() {
            return module.all_weights();
        }
    }

    private final Cells cells;
    private final TensorVector weights; // held, since its tensors live as long as it does
    private final double dropout;
    private final LayerNormImpl before;
    private final LinearImpl output;
    private final LayerNormImpl behind;

    PaddedRecurrent(int dimension, int items, Cells cells, double dropout) {
        super(dimension, items);
        this.cells = cells;
        weights = cells.weights();
        this.dropout = dropout;
        before = register_module("before", norm(dimension));
        register_module("cells", cells.module());
        output = register_module("output", new LinearImpl(cells.width(), dimension));
        behind = register_module("behind", norm(dimension));
    }

    @Override
    Tensor encode(Tensor items) {
        Tensor x = torch.dropout(before.forward(items), dropout, is_training());
        Tensor states = torch.dropout(cells.states(x), dropout, is_training()); // [histories, length, width]
        return behind.forward(output.forward(states));
    }

    @Override
    List<Tensor> encoderInPackedOrder() {
        List<Tensor> all = new ArrayList<>(of(before));
        for (long at = 0; at < weights.size(); at++) {
            all.add(weights.get(at));
        }
        all.addAll(of(output));
        all.addAll(of(behind));
        return all;
    }
}
