package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Torch;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;

/**
 * The training of a {@link PaddedNetwork} with libtorch's Adam, step by step, on the same pieces of histories as the
 * packed one: cut from the end on, each with one item more than there are places.
 *
 * <p>For one thread.
 */
final class PaddedTraining {
    static {
        Torch.start();
    }

    private final DeepSequence settings;
    private final List<int[]> pieces = new ArrayList<>();
    private final Random random;
    private final PaddedNetwork network;
    private final Adam adam;
    private int next; // the first piece of the next step

    PaddedTraining(DeepSequence settings, Dataset data, long seed) {
        this.settings = settings;
        random = new Random(seed);
        torch.manual_seed(seed);
        BitSet known = data.knownItems();
        int[] numbers = new int[data.catalog().size()];
        int number = 0;
        for (int item = known.nextSetBit(0); item >= 0; item = known.nextSetBit(item + 1)) {
            numbers[item] = number++;
        }
        for (int user = 0; user < data.users(); user++) {
            int[] items = IntStream.of(Behaviour.of(data.history(user), History.NO_TIME, numbers.length)
                            .items())
                    .map(item -> numbers[item])
                    .toArray();
            for (int end = items.length; end > 1; end -= settings.maximumLength()) {
                pieces.add(Arrays.copyOfRange(items, Math.max(0, end - settings.maximumLength() - 1), end));
            }
        }
        network = PaddedNetwork.of(settings, known.cardinality());
        adam = new Adam(
                network.parameters(), new AdamOptions(settings.training().learningRate()));
        Collections.shuffle(pieces, random);
    }

    PaddedNetwork network() {
        return network;
    }

    /** The number of steps of an epoch, which sees every piece once. */
    int stepsOfAnEpoch() {
        return (pieces.size() + settings.training().batchSize() - 1)
                / settings.training().batchSize();
    }

    /**
     * Takes one step.
     *
     * @return how many pieces it saw
     */
    int step() {
        List<int[]> batch = pieces.subList(
                next, Math.min(pieces.size(), next + settings.training().batchSize()));
        int size = batch.size();
        try (TensorScope scope = TensorScope.recording()) {
            Tensor loss = loss(batch);
            adam.zero_grad();
            loss.backward();
            adam.step();
        }
        next += size;
        if (next == pieces.size()) {
            Collections.shuffle(pieces, random);
            next = 0;
        }
        return size;
    }

    /** The loss of some pieces, recorded for {@code backward}. */
    Tensor loss(List<int[]> batch) {
        int length = settings.maximumLength();
        int[] inputs = new int[batch.size() * length];
        Arrays.fill(inputs, network.padding());
        IntStream.Builder places = IntStream.builder();
        IntStream.Builder targets = IntStream.builder();
        for (int row = 0; row < batch.size(); row++) {
            int[] piece = batch.get(row);
            for (int at = 0; at + 1 < piece.length; at++) {
                inputs[row * length + at] = piece[at];
                places.add(row * length + at);
                targets.add(piece[at + 1]);
            }
        }
        return network.loss(
                Values.of(inputs).view(batch.size(), length),
                Values.of(places.build().toArray()),
                Values.of(targets.build().toArray()).to(torch.ScalarType.Long));
    }
}
