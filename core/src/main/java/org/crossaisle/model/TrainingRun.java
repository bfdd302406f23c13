package org.crossaisle.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.crossaisle.Bounds;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.dataset.RequestTime;

/**
 * The parameters of one training run that are not settings of the recipe.
 *
 * @param seed the seed of all random numbers
 * @param progress receives progress reports
 * @param checkpoints a directory for checkpoints, from which an interrupted training resumes; empty for no checkpoints
 * @param pause the number of epochs after which choosing ends with the best model so far and keeps its checkpoint; a
 *     run with a later pause or none resumes from it. Empty for no pause. Recipes without checkpoints ignore it.
 * @param requestTime the request time of the model relative to the target; training examples that a recipe makes from
 *     the data use the same
 */
@PublicApi
public record TrainingRun(
        long seed, Progress progress, Optional<Path> checkpoints, OptionalInt pause, RequestTime requestTime) {
    /** Far from commonly used seeds, so that the repetition of seed 1 is not seed 2. */
    private static final long REPETITION = 1_000_003;

    public TrainingRun {
        pause.ifPresent(epochs -> Bounds.atLeast("pause", epochs, 1));
    }

    /** A run without a pause, for a model whose request time is that of the target, as in a shop. */
    public TrainingRun(long seed, Progress progress, Optional<Path> checkpoints) {
        this(seed, progress, checkpoints, OptionalInt.empty(), RequestTime.TARGET);
    }

    public static TrainingRun withSeed(long seed) {
        return new TrainingRun(seed, Progress.SILENT, Optional.empty());
    }

    /** This run, paused after this total number of epochs. */
    public TrainingRun pausedAfter(int epochs) {
        return new TrainingRun(seed, progress, checkpoints, OptionalInt.of(epochs), requestTime);
    }

    /** This run for a model with another request time. */
    public TrainingRun withRequestTime(RequestTime moment) {
        return new TrainingRun(seed, progress, checkpoints, pause, moment);
    }

    /** This run for one part of a composed recipe, with its own checkpoint directory. */
    public TrainingRun part(String name) {
        return new TrainingRun(
                seed, progress, checkpoints.map(directory -> directory.resolve(name)), pause, requestTime);
    }

    /** This run with a different seed for each number except 0, so that several models of one recipe differ. */
    public TrainingRun repeated(int number) {
        return new TrainingRun(seed + number * REPETITION, progress, checkpoints, pause, requestTime);
    }
}
