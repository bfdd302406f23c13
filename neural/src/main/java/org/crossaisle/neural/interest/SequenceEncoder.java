package org.crossaisle.neural.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.Recurrence;
import org.crossaisle.neural.tensor.Values;

/**
 * A recurrent encoder, GRU or LSTM, of a user's behaviour [time, features]; the vector is the state after the last
 * step.
 *
 * <p>Sources: Cho et al., Learning Phrase Representations using RNN Encoder-Decoder, EMNLP 2014 (GRU); Hochreiter and
 * Schmidhuber, Long Short-Term Memory, Neural Computation 9(8), 1997 (LSTM).
 */
public final class SequenceEncoder extends Encoder<float[][]> {
    private final int features;
    private final Module weights;
    private final Recurrence.Cell cell;
    private final TensorVector cellWeights;

    private SequenceEncoder(
            int features, int dimension, Module weights, Recurrence.Cell cell, TensorVector cellWeights) {
        super(dimension);
        this.features = features;
        this.weights = weights;
        this.cell = cell;
        this.cellWeights = cellWeights;
    }

    /**
     * A gated recurrent unit.
     *
     * @param features number of features per step
     * @param dimension hidden size
     */
    public static SequenceEncoder gru(int features, int dimension) {
        GRUImpl gru = new GRUImpl(features, dimension);
        return new SequenceEncoder(features, dimension, gru, Recurrence.Cell.GRU, gru.all_weights());
    }

    /**
     * A long short-term memory.
     *
     * @param features number of features per step
     * @param dimension hidden size
     */
    public static SequenceEncoder lstm(int features, int dimension) {
        LSTMImpl lstm = new LSTMImpl(features, dimension);
        return new SequenceEncoder(features, dimension, lstm, Recurrence.Cell.LSTM, lstm.all_weights());
    }

    @Override
    Tensor encode(List<float[][]> inputs) {
        // Sequences of equal length are processed together, so that no padding is needed.
        Map<Integer, List<Integer>> byLength = IntStream.range(0, inputs.size())
                .boxed()
                .collect(Collectors.groupingBy(row -> inputs.get(row).length, TreeMap::new, Collectors.toList()));
        TensorVector states = new TensorVector();
        long[] places = new long[inputs.size()]; // [inputs]: row of each input in the states
        int next = 0;
        for (Map.Entry<Integer, List<Integer>> group : byLength.entrySet()) {
            List<float[]> steps = new ArrayList<>();
            for (int row : group.getValue()) {
                steps.addAll(List.of(inputs.get(row)));
                places[row] = next++;
            }
            Tensor sequences =
                    Floats.matrix(steps, features).view(group.getValue().size(), group.getKey(), features);
            states.push_back(lastStates(sequences)); // [inputs of this length, dimension]
        }
        return torch.cat(states, 0).index_select(0, Values.onCpu(places)); // [inputs, dimension]
    }

    /** The state of each sequence after its last step, for sequences of one length: [inputs, dimension]. */
    private Tensor lastStates(Tensor sequences) {
        long inputs = sequences.size(0);
        long time = sequences.size(1);
        long[] running = new long[Math.toIntExact(time)];
        Arrays.fill(running, inputs);
        Tensor tokens = sequences.transpose(0, 1).reshape(time * inputs, features); // time by time
        return Recurrence.packed(cell, cellWeights, tokens, running).narrow(0, (time - 1) * inputs, inputs);
    }

    @Override
    Module weights() {
        return weights;
    }
}
