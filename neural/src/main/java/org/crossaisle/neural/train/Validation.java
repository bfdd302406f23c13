package org.crossaisle.neural.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;

/**
 * The score of a network on held-out interactions: NDCG at 10 among all items or some of them, without those of the
 * history; ties count against the target. It only steers training; figures to report come from the evaluation.
 */
public final class Validation {
    private static final int CUTOFF = 10;
    private static final int MOST_ROWS = 512;
    private static final int SCORES = 1 << 24; // at a time: 64 MB

    private final List<Target> targets;
    private final int items;
    private final int[] apart; // items that do not compete

    /**
     * Keeps the targets whose history can be read.
     *
     * @param most maximum number of targets; more are sampled down to it
     * @param items number of items in the catalog
     */
    public Validation(List<Target> targets, int most, int items, long seed) {
        List<Target> drawn = new ArrayList<>(targets.stream()
                .filter(target -> Behaviour.isReadable(target.history(), items))
                .toList());
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < Math.min(most, drawn.size()); at++) {
            int other = at + random.nextInt(drawn.size() - at);
            Target target = drawn.get(at);
            drawn.set(at, drawn.get(other));
            drawn.set(other, target);
        }
        this.targets = List.copyOf(drawn.subList(0, Math.min(most, drawn.size())));
        this.items = items;
        apart = new int[0];
    }

    private Validation(List<Target> targets, int items, int... apart) {
        this.targets = targets;
        this.items = items;
        this.apart = apart;
    }

    /**
     * The same validation with only some items as candidates.
     *
     * @param competing the candidates, which include those of the targets
     */
    public Validation among(BitSet competing) {
        return new Validation(
                targets,
                items,
                IntStream.range(0, items).filter(item -> !competing.get(item)).toArray());
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** Mean NDCG at 10 over the targets, in [0, 1]; NaN if the score of a target is not a number. */
    public double ndcg(Network network) {
        return look(network, () -> {}).ndcg();
    }

    /**
     * The full score of a network.
     *
     * @param goesOn called after each batch of targets; it may throw to end the work
     */
    HoldoutScore look(Network network, Runnable goesOn) {
        double top = 0;
        double whole = 0;
        int found = 0;
        int rows = Math.max(1, Math.min(MOST_ROWS, SCORES / items));
        try (TensorScope all = TensorScope.plain()) {
            Tensor vectors = network.items().of(IntStream.range(0, items).toArray()); // [items, d]
            Tensor compared = network.predictor().items(vectors); // [items, d']
            for (int from = 0; from < targets.size(); from += rows) {
                List<Target> chunk = targets.subList(from, Math.min(targets.size(), from + rows));
                try (TensorScope scope = TensorScope.plain()) {
                    for (int rank : ranks(network, vectors, compared, chunk)) {
                        double gain = Ndcg.gain(rank);
                        whole += gain;
                        if (rank <= CUTOFF) {
                            top += gain;
                            found++;
                        }
                    }
                }
                goesOn.run();
            }
        }
        int of = Math.max(1, targets.size());
        return new HoldoutScore(top / of, whole / of, found);
    }

    private int[] ranks(Network network, Tensor vectors, Tensor compared, List<Target> chunk) {
        Tensor scores = network.scores(
                vectors,
                compared,
                chunk.stream()
                        .map(target -> Behaviour.of(target.history(), target.time(), items))
                        .toList()); // [chunk, items]
        IntStream.Builder masked = IntStream.builder();
        int[] wanted = new int[chunk.size()];
        for (int row = 0; row < chunk.size(); row++) {
            int item = chunk.get(row).item();
            BitSet seen = chunk.get(row).history().items();
            seen.clear(item);
            int start = Math.multiplyExact(row, items);
            seen.stream().forEach(other -> masked.add(start + other));
            wanted[row] = start + item;
        }
        Tensor flat = scores.view(-1);
        flat.index_fill_(
                0,
                Values.of(masked.build().toArray()).toType(torch.ScalarType.Long),
                new Scalar(Double.NEGATIVE_INFINITY));
        scores.index_fill_(1, Values.of(apart).toType(torch.ScalarType.Long), new Scalar(Double.NEGATIVE_INFINITY));
        Tensor own = flat.index_select(0, Values.of(wanted)).unsqueeze(1); // [chunk, 1]
        float[] ranks = Values.floats(scores.ge(own)
                .sum(1)
                .toType(torch.ScalarType.Float)); // the target itself is counted if its score is a number
        int[] whole = new int[ranks.length];
        for (int row = 0; row < whole.length; row++) {
            whole[row] = Math.round(ranks[row]);
        }
        return whole;
    }
}
