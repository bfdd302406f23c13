package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.WorkStoppedException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.loss.Gradients;
import org.crossaisle.neural.loss.Loss;
import org.crossaisle.neural.loss.LossBatch;
import org.crossaisle.neural.loss.Negatives;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.crossaisle.neural.tensor.Memory;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;

/**
 * The training of a network to predict the next item at every position of every history.
 *
 * <p>All random draws depend only on the seed, the epoch and the step.
 */
public final class Training {
    private static final int MOST_VALIDATION_TARGETS = 10_000;

    /**
     * How a network is trained.
     *
     * @param loss the loss to minimise
     * @param schedule duration and learning rate
     * @param techniques optional additions
     * @param held values that do not change
     */
    public record TrainingSettings(Loss loss, Schedule schedule, Techniques techniques, FrozenParameters held) {}

    private final Network network;
    private final Schedule schedule;
    private final Techniques techniques;
    private final FrozenParameters held;
    private final Loss loss;
    private final Negatives negatives;
    private final int[] knownItems; // known number -> item number
    private final Augmenter augmenter;
    private final long end; // the latest time in the data
    private final TrainingRun run;
    private final TrainingSequences sequences;
    private final Dropout dropout;
    private final Adam adam;
    private final Checkpoint checkpoint;
    private double lastLoss = Double.NaN;

    /**
     * A training that starts anew, or resumes an interrupted one with the same data, settings and seed.
     *
     * @param data the histories to train on; the network knows every item in it
     * @param settings a textual description of everything that affects the network and its training
     */
    public Training(Network network, TrainingSettings training, Dataset data, TrainingRun run, String settings) {
        this.network = network;
        schedule = training.schedule();
        techniques = training.techniques();
        held = training.held();
        this.run = run;
        sequences = TrainingSequences.of(data, network.maximumLength(), network.items()::number);
        if (sequences.size() == 0) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "no user has two interactions, so there is no next interaction to learn from");
        }
        int known = network.items().known();
        knownItems = network.items().knownItems();
        loss = training.loss().forItems(known);
        negatives = new Negatives(sequences.targetCounts(known), loss.popularShare());
        augmenter = new Augmenter(
                techniques.augmentation(),
                known,
                techniques.augmentation().substitute() > 0
                        ? network.items().ofOneCategory(data.catalog())
                        : new int[0][]);
        end = data.latestTime();
        dropout = Dropout.withSeed(run.seed());
        adam = new Adam(network.parameters().all().values());
        checkpoint = new Checkpoint(
                run.checkpoints(),
                String.join("\n", settings, "seed " + run.seed(), sequences.fingerprint())
                        + (network.requestTime() == RequestTime.TARGET ? "" : "\nasked at " + network.requestTime()),
                network.parameters(),
                adam);
    }

    /** Trains for all epochs. */
    public void fit() {
        TrainingPosition position = checkpoint.restore("fit").orElse(TrainingPosition.START);
        try (Progress.Task task = start(schedule.epochs())) {
            while (position.epoch() < schedule.epochs()) {
                position = epoch(position, task);
            }
        }
        checkpoint.delete();
    }

    /**
     * Trains until validation no longer improves or the run is to pause, and leaves the network with its best weights.
     * If no target can be used, trains for all epochs.
     *
     * @param items number of items in the catalog
     * @return number of epochs of the best weights
     */
    public int choose(List<Target> targets, int items) {
        return choose(new Validation(targets, MOST_VALIDATION_TARGETS, items, run.seed()));
    }

    /** The same with targets that were drawn before. */
    public int choose(Validation validation) {
        if (validation.isEmpty()) {
            fit();
            return schedule.epochs();
        }
        int pause = Math.min(run.pause().orElse(schedule.epochs()), schedule.epochs());
        TrainingPosition position = checkpoint.restore("choose").orElse(TrainingPosition.START);
        try (Progress.Task task = start(pause)) {
            while (goesOn(position) && position.epoch() < pause) {
                position = epoch(position, task);
                long steps = (long) position.epoch() * sequences.steps(schedule.batchSize());
                HoldoutScore now = Memory.within(
                        () -> validation.look(network, () -> task.reached(steps)),
                        () -> "for the vectors of all items, to validate with; a smaller dimension needs less");
                if (!now.isNumber()) {
                    throw diverged("scores are NaN", position.epoch() - 1, sequences.steps(schedule.batchSize()) - 1);
                }
                task.note(String.format(Locale.ROOT, "epoch %d, loss %.4f, %s", position.epoch(), lastLoss, now));
                if (now.isBetterThan(position.best())) {
                    position = position.withBest(now);
                    checkpoint.keepBest();
                }
                checkpoint.save("choose", position);
            }
        }
        checkpoint.restoreBest();
        if (!goesOn(position)) {
            checkpoint.delete();
        }
        return position.bestEpochs();
    }

    private boolean goesOn(TrainingPosition position) {
        return position.epoch() < schedule.epochs() && position.epoch() < position.bestEpochs() + schedule.patience();
    }

    private Progress.Task start(int epochs) {
        long steps = (long) epochs * sequences.steps(schedule.batchSize());
        Progress.Task task = run.progress().start("Training", steps, "steps");
        task.note("on " + ComputeDevice.name());
        return task;
    }

    /** Trains to the end of the epoch that contains the position. */
    private TrainingPosition epoch(TrainingPosition begin, Progress.Task task) {
        int epoch = begin.epoch();
        TrainingSequence[] order = sequences.shuffled(run.seed(), epoch);
        int steps = sequences.steps(schedule.batchSize());
        double sum = begin.lossSum();
        for (int step = begin.step(); step < steps; step++) {
            int from = step * schedule.batchSize();
            int to = Math.min(order.length, from + schedule.batchSize());
            SplittableRandom random = new SplittableRandom(run.seed() * 31 + (long) epoch * steps + step);
            dropout.begin(epoch, step);
            Batch batch = new Batch(
                    Arrays.stream(order, from, to)
                            .map(piece -> augmenter.vary(piece, random))
                            .toList(),
                    end,
                    network.users().masked(),
                    random);
            int now = step;
            double value = Memory.within(() -> gradients(batch, random), () -> tooLarge(batch, epoch, now));
            if (!Double.isFinite(value)) {
                throw diverged("the loss is " + value, epoch, step);
            }
            sum += value;
            boolean moves = (step + 1) % techniques.accumulate() == 0 || step + 1 == steps;
            if (moves) {
                move((double) ((long) epoch * steps + step) / ((long) schedule.epochs() * steps));
            }
            boolean stopped = isStopped(task, (long) epoch * steps + step + 1);
            if (moves && (stopped || (step + 1 < steps && checkpoint.isDue()))) {
                requireFinite(epoch, step);
                checkpoint.save(begin.at(step + 1, sum));
            }
            if (stopped) {
                throw new WorkStoppedException();
            }
        }
        requireFinite(epoch, steps - 1);
        lastLoss = sum / steps;
        return begin.nextEpoch();
    }

    /** Reports a step, and returns whether the training is to stop after it. */
    private static boolean isStopped(Progress.Task task, long steps) {
        try {
            task.reached(steps);
            return false;
        } catch (WorkStoppedException e) {
            return true;
        }
    }

    private RecsException diverged(String found, int epoch, int step) {
        return new RecsException(
                RecsException.Code.TRAINING_DIVERGED,
                String.format(
                        Locale.ROOT,
                        "%s in epoch %d at step %d; a lower learning rate than %s may help, or clip=1%s",
                        found,
                        epoch + 1,
                        step + 1,
                        schedule.learningRate(),
                        lastCheckpoint()));
    }

    private String tooLarge(Batch batch, int epoch, int step) {
        return String.format(
                Locale.ROOT,
                "for a batch of %d tokens in epoch %d at step %d; a batchSize below %d, with accumulate=2 for the same steps of the"
                        + " optimiser, needs less, and so does a smaller dimension%s%s",
                batch.tokens().packing().rows(),
                epoch + 1,
                step + 1,
                schedule.batchSize(),
                loss.comparesWithAll() ? ", or loss.kind=sampled-softmax" : "",
                lastCheckpoint());
    }

    private String lastCheckpoint() {
        return checkpoint.isKept() ? "; the last checkpoint is kept as it was" : "";
    }

    /** Even a step with a finite loss can move weights to infinity or NaN; such weights are rejected. */
    private void requireFinite(int epoch, int step) {
        if (!network.parameters().areFinite()) {
            throw diverged("weights are not finite any more", epoch, step);
        }
    }

    private void move(double share) {
        held.clearGradients(network.parameters());
        if (techniques.clip() > 0) {
            adam.clip(techniques.clip());
        }
        adam.step(schedule.rate(adam.steps()) * techniques.decay().left(share));
    }

    /** Adds the gradients of a batch to the accumulated ones and returns its loss. */
    private double gradients(Batch batch, SplittableRandom random) {
        int[] drawn = negatives.draw(loss.draws(batch.targets().length), random);
        StepItems candidates = loss.comparesWithAll()
                ? StepItems.all(network.items().known())
                : StepItems.some(batch.numbers(), drawn, network.items().known());
        try (TensorScope scope = TensorScope.recording()) {
            Tensor items = candidates.vectors(network.items(), dropout); // [candidates (and what is masked), d]
            Tensor seen = items.index_select(
                    0, Values.of(candidates.rows(batch.tokens().items()))); // [rows, d]
            int[] targets = candidates.rows(batch.targets());
            Tensor after = batch.atTargets(network.encode(seen, batch.tokens(), dropout));
            Tensor users = InterestVectors.ofTargets(after, items, targets); // [asked, d]
            Tensor asked = network.predictor().users(users);
            Tensor compared = network.predictor().items(items.narrow(0, 0, candidates.compared()));
            Gradients gradients = loss.of(new LossBatch(
                    asked.detach(),
                    compared.detach(),
                    targets,
                    candidates.rows(drawn),
                    negatives.isEven() ? new float[0] : candidates.logShares(negatives),
                    network.predictor().activation(),
                    techniques.precision()));
            Scalar share = new Scalar(1.0 / techniques.accumulate());
            if (Double.isFinite(gradients.value())) {
                TensorVector ends = new TensorVector(asked, compared);
                TensorVector weights = new TensorVector(
                        gradients.users().mul_(share), gradients.items().mul_(share));
                ofCategories(users, batch.targets()).ifPresent(second -> {
                    ends.push_back(second);
                    weights.push_back(torch.full_like(
                            second, new Scalar(techniques.categories().weight() / techniques.accumulate())));
                });
                torch.backward(ends, weights, new BoolOptional(), false, new TensorVector());
            }
            return gradients.value();
        }
    }

    /** The loss of the auxiliary task, if there is one. */
    private Optional<Tensor> ofCategories(Tensor users, int... targets) {
        return network.categories().flatMap(head -> {
            int[] items =
                    Arrays.stream(targets).map(number -> knownItems[number]).toArray();
            return head.loss(users, items);
        });
    }
}
