package org.crossaisle.neural.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Split;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.RecipeResult;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.sequence.DeepSequence;

/** The score of a trial on the validation targets of a shop. It never sees the test targets. */
public final class OnValidation implements Objective {
    private static final double NANOS = 1e9;

    private final Split split;
    private final Evaluation evaluation;
    private final long seed;
    private final Progress progress;
    private final Path checkpoints;

    /**
     * An objective for a split, whose test targets are not used.
     *
     * @param checkpoints directory for trials that pause
     * @throws RecsException DATA_INSUFFICIENT if there are no validation targets
     */
    public OnValidation(Split split, long seed, Progress progress, Path checkpoints) {
        if (split.validation().isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "the " + split.name()
                            + " split has no validation targets, so settings cannot be chosen; it needs users with three or more"
                            + " events");
        }
        this.split = new Split(
                split.name(),
                split.targets(),
                split.fit(),
                split.validation(),
                split.fit(),
                List.of(),
                split.requestTime());
        this.evaluation = new Evaluation("", this.split, List.of(), true, progress);
        this.seed = seed;
        this.progress = progress;
        this.checkpoints = checkpoints;
    }

    @Override
    public TrialOutcome.Reached measure(Trainer trainer, int trial, int epochs) {
        TrainingRun run = new TrainingRun(seed, progress, Optional.of(checkpoints.resolve("trial-" + trial)))
                .withRequestTime(split.requestTime());
        boolean pauses = trainer instanceof DeepSequence;
        long begin = System.nanoTime();
        Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), pauses ? run.pausedAfter(epochs) : run);
        double seconds = (System.nanoTime() - begin) / NANOS;
        RecipeResult result = evaluation.onValidation(chosen);
        int end = trainer instanceof DeepSequence asked && chosen.frozen().recipe() instanceof DeepSequence frozen
                ? end(asked, frozen)
                : 0;
        return new TrialOutcome.Reached(
                result.metric("all", "ndcg@10"),
                result.metric("all", "recall@10"),
                Math.min(end, epochs),
                end <= epochs,
                seconds,
                trainer.cost(split.fit()).parameters());
    }

    /**
     * Deletes the checkpoints of all trials. A trial that resumes later is trained again from the start, with the same
     * result.
     */
    public void deleteCheckpoints() {
        if (!Files.isDirectory(checkpoints)) {
            return;
        }
        try (Stream<Path> found = Files.walk(checkpoints)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, checkpoints + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** The number of epochs after which training ends if no later epoch beats the best so far. */
    private static int end(DeepSequence requested, DeepSequence frozen) {
        return Math.min(
                requested.training().epochs(),
                frozen.training().epochs() + requested.training().patience());
    }
}
