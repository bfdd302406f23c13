package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;

/**
 * The training of a network to foresee the next item at every place of every history.
 *
 * <p>All chance comes from the seed, the epoch and the step.
 */
public final class Training {
    private static final int MOST_VALIDATION_TARGETS = 10_000;

    private final Network network;
    private final Schedule schedule;
    private final TrainingRun run;
    private final Sequences sequences;
    private final Dropout dropout;
    private final Adam adam;
    private final Checkpoint checkpoint;
    private double lastLoss = Double.NaN;

    /**
     * A training that has not begun, or goes on where an earlier one of the same data, settings and seed was interrupted.
     *
     * @param data whose histories are learnt from; each of its items is known to the network
     * @param settings everything that shapes the network and its training, in words
     */
    public Training(Network network, Schedule schedule, Dataset data, TrainingRun run, String settings) {
        this.network = network;
        this.schedule = schedule;
        this.run = run;
        sequences = Sequences.of(data, network.maximumLength(), network.items()::number);
        if (sequences.size() == 0) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "no user has two interactions, so there is nothing that comes next to be learnt from");
        }
        dropout = Dropout.withSeed(run.seed());
        adam = new Adam(network.parameters().all().values());
        checkpoint = new Checkpoint(
                run.checkpoints(),
                String.join("\n", settings, "seed " + run.seed(), sequences.fingerprint()),
                network.parameters(),
                adam);
    }

    /** Trains for all epochs. */
    public void fit() {
        Position position = checkpoint.restore("fit").orElse(Position.START);
        try (Progress.Task task = start()) {
            while (position.epoch() < schedule.epochs()) {
                position = epoch(position, task);
            }
        }
        checkpoint.delete();
    }

    /**
     * Trains until validation gets no better, and leaves the network as it was at its best. Where no target can be used, all
     * epochs are trained.
     *
     * @param items how many the catalog has
     * @return how many epochs the best took
     */
    public int choose(List<Target> targets, int items) {
        Validation validation = new Validation(targets, MOST_VALIDATION_TARGETS, items, run.seed());
        if (validation.isEmpty()) {
            fit();
            return schedule.epochs();
        }
        Position position = checkpoint.restore("choose").orElse(Position.START);
        try (Progress.Task task = start()) {
            while (position.epoch() < schedule.epochs()
                    && position.epoch() < position.bestEpochs() + schedule.patience()) {
                position = epoch(position, task);
                double ndcg = validation.ndcg(network);
                task.note(String.format(
                        Locale.ROOT, "epoch %d, loss %.4f, NDCG@10 %.5f", position.epoch(), lastLoss, ndcg));
                if (ndcg > position.best()) {
                    position = position.withBest(ndcg);
                    checkpoint.keepBest();
                }
                checkpoint.save("choose", position);
            }
        }
        checkpoint.restoreBest();
        checkpoint.delete();
        return position.bestEpochs();
    }

    private Progress.Task start() {
        long steps = (long) schedule.epochs() * sequences.steps(schedule.batchSize());
        return run.progress().start("Training", steps, "steps");
    }

    /** Trains to the end of the epoch the position lies in. */
    private Position epoch(Position begin, Progress.Task task) {
        int epoch = begin.epoch();
        int[][] order = sequences.shuffled(run.seed(), epoch);
        int steps = sequences.steps(schedule.batchSize());
        double sum = begin.lossSum();
        for (int step = begin.step(); step < steps; step++) {
            int from = step * schedule.batchSize();
            int to = Math.min(order.length, from + schedule.batchSize());
            dropout.begin(epoch, step);
            double loss = step(new Batch(Arrays.copyOfRange(order, from, to)));
            if (!Double.isFinite(loss)) {
                throw new RecsException(
                        RecsException.Code.TRAINING_DIVERGED,
                        String.format(
                                Locale.ROOT,
                                "the loss is %f in epoch %d at step %d; a lower learning rate than %s may help",
                                loss,
                                epoch + 1,
                                step + 1,
                                schedule.learningRate()));
            }
            sum += loss;
            task.reached((long) epoch * steps + step + 1);
            if (step + 1 < steps) {
                checkpoint.saveIfDue(begin.at(step + 1, sum));
            }
        }
        lastLoss = sum / steps;
        return begin.nextEpoch();
    }

    private double step(Batch batch) {
        try (Scope scope = Scope.recording()) {
            Tensor items = network.items().ofKnown(dropout); // [known, d]
            Tensor seen = items.index_select(0, Values.of(batch.inputs())); // [rows, d]
            Tensor users = network.users().encode(seen, batch.packing(), dropout); // [rows, d]
            SoftmaxLoss.Gradients gradients = SoftmaxLoss.of(users.detach(), items.detach(), batch.targets());
            torch.backward(
                    new TensorVector(users, items),
                    new TensorVector(gradients.users(), gradients.items()),
                    new BoolOptional(),
                    false,
                    new TensorVector());
            adam.step(schedule.rate(adam.steps()));
            return gradients.value();
        }
    }
}
