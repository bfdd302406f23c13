package org.crossaisle.neural.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.crossaisle.neural.tensor.Memory;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.train.Adam;
import org.crossaisle.neural.train.Schedule;

/**
 * The training of a ranker, which separates the next item from the other candidates of its list by the cross-entropy of
 * the softmax over the list.
 *
 * <p>It takes minutes at most and writes no checkpoints. All random draws depend only on the seed, the epoch and the
 * step.
 */
final class RankerTraining {
    private final RankerNetwork network;
    private final RankerExamples examples;
    private final Schedule schedule;
    private final int negatives;
    private final TrainingRun run;
    private final Adam adam;
    private final Dropout dropout;
    private long steps;

    RankerTraining(RankerNetwork network, RankerExamples examples, Schedule schedule, int negatives, TrainingRun run) {
        this.network = network;
        this.examples = examples;
        this.schedule = schedule;
        this.negatives = negatives;
        this.run = run;
        adam = new Adam(network.parameters().all().values());
        dropout = Dropout.withSeed(run.seed());
    }

    /** The result of a choice: the best number of epochs, and the score after them. */
    record Chosen(int epochs, RankerValidation.Reached reached) {}

    /** Trains for all epochs. */
    void fit() {
        try (Progress.Task task = start()) {
            for (int epoch = 0; epoch < schedule.epochs(); epoch++) {
                epoch(epoch, task);
            }
        }
    }

    /** Trains until validation no longer improves, and leaves the network with its best weights. */
    Chosen choose(RankerValidation validation, int items) {
        try (Progress.Task task = start()) {
            Chosen best = new Chosen(0, validation.look(network, items, () -> task.reached(0)));
            Map<String, float[]> kept = values();
            for (int epoch = 0; epoch < schedule.epochs() && epoch < best.epochs() + schedule.patience(); epoch++) {
                double loss = epoch(epoch, task);
                long steps = (epoch + 1L) * stepsOfAnEpoch();
                RankerValidation.Reached reached = validation.look(network, items, () -> task.reached(steps));
                task.note(String.format(
                        Locale.ROOT,
                        "epoch %d, loss %.4f, NDCG@10 %.5f with weight %s of the retriever",
                        epoch + 1,
                        loss,
                        reached.ndcg(),
                        reached.weight()));
                if (reached.ndcg() > best.reached().ndcg()) {
                    best = new Chosen(epoch + 1, reached);
                    kept = values();
                }
            }
            kept.forEach(
                    (name, values) -> Values.fill(network.parameters().all().getOrDefault(name, new Tensor()), values));
            return best;
        }
    }

    private Map<String, float[]> values() {
        Map<String, float[]> values = new HashMap<>();
        network.parameters().all().forEach((name, tensor) -> values.put(name, Values.floats(tensor)));
        return values;
    }

    private int stepsOfAnEpoch() {
        return (examples.size() + schedule.batchSize() - 1) / schedule.batchSize();
    }

    private Progress.Task start() {
        Progress.Task task =
                run.progress().start("Training the ranker", (long) schedule.epochs() * stepsOfAnEpoch(), "steps");
        task.note("on " + ComputeDevice.name());
        return task;
    }

    private double epoch(int epoch, Progress.Task task) {
        SplittableRandom random = new SplittableRandom(run.seed() * 31 + epoch);
        int[] order = examples.shuffled(random);
        double sum = 0;
        int all = stepsOfAnEpoch();
        for (int step = 0; step < all; step++) {
            int from = step * schedule.batchSize();
            int to = Math.min(order.length, from + schedule.batchSize());
            dropout.begin(epoch, step);
            List<CandidateLists.Row> rows = new ArrayList<>();
            for (int example : Arrays.copyOfRange(order, from, to)) {
                rows.add(examples.row(example, negatives, random));
            }
            int now = step;
            double loss = Memory.within(
                    () -> step(new CandidateLists(rows, network.length(), network.features())),
                    () -> String.format(
                            Locale.ROOT,
                            "for %d lists in epoch %d at step %d of the ranker; a batchSize below %d, fewer negatives than %d or a"
                                    + " smaller dimension need less",
                            rows.size(),
                            epoch + 1,
                            now + 1,
                            schedule.batchSize(),
                            negatives));
            if (!Double.isFinite(loss)) {
                throw diverged("the ranker's loss is " + loss, epoch, step);
            }
            sum += loss;
            task.reached((long) epoch * all + step + 1);
        }
        if (!network.parameters().areFinite()) {
            throw diverged("the ranker's weights are not finite any more", epoch, all - 1);
        }
        return sum / Math.max(1, all);
    }

    private RecsException diverged(String found, int epoch, int step) {
        return new RecsException(
                RecsException.Code.TRAINING_DIVERGED,
                String.format(
                        Locale.ROOT,
                        "%s in epoch %d at step %d; a lower learning rate than %s may help",
                        found,
                        epoch + 1,
                        step + 1,
                        schedule.learningRate()));
    }

    private double step(CandidateLists lists) {
        try (TensorScope scope = TensorScope.recording()) {
            Tensor logits = network.learn(lists, dropout); // [lists, candidates]
            Tensor first = Values.of(new int[lists.size()]).toType(torch.ScalarType.Long);
            Tensor loss = torch.cross_entropy_loss(logits, first);
            double value = loss.item_double();
            if (Double.isFinite(value)) {
                loss.backward();
                adam.step(schedule.rate(steps++));
            }
            return value;
        }
    }
}
