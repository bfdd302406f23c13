package org.crossaisle.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.crossaisle.Bounds;
import org.crossaisle.Progress;
import org.crossaisle.dataset.RequestTime;

/**
 * The circumstances of one training that are no settings of the recipe.
 *
 * @param seed where all chance comes from
 * @param progress who watches
 * @param checkpoints a directory in which an interrupted training finds itself again; empty: none is kept
 * @param pause after so many epochs choosing ends with the best so far and keeps its checkpoint, from which it goes on
 *     when asked again with a later pause or none; empty: it is not paused. Recipes that keep no checkpoints do not
 *     look at it.
 * @param requestTime the moment at which the model will be asked, seen from what comes next: examples that a recipe
 *     makes of the data itself are asked at that moment, too
 */
public record TrainingRun(
        long seed, Progress progress, Optional<Path> checkpoints, OptionalInt pause, RequestTime requestTime) {
    /** Far from the seeds that people take, so that seed 1 repeated is not seed 2. */
    private static final long REPETITION = 1_000_003;

    public TrainingRun {
        pause.ifPresent(epochs -> Bounds.atLeast("pause", epochs, 1));
    }

    /** One that is not paused, of a model that will be asked at the moment of what comes next, as in a shop. */
    public TrainingRun(long seed, Progress progress, Optional<Path> checkpoints) {
        this(seed, progress, checkpoints, OptionalInt.empty(), RequestTime.TARGET);
    }

    public static TrainingRun withSeed(long seed) {
        return new TrainingRun(seed, Progress.SILENT, Optional.empty());
    }

    /** The same, paused after so many epochs in all. */
    public TrainingRun pausedAfter(int epochs) {
        return new TrainingRun(seed, progress, checkpoints, OptionalInt.of(epochs), requestTime);
    }

    /** The same for a model that will be asked at another moment. */
    public TrainingRun askedAt(RequestTime moment) {
        return new TrainingRun(seed, progress, checkpoints, pause, moment);
    }

    /** The same for one part of a composed recipe, with checkpoints in a directory of its own. */
    public TrainingRun part(String name) {
        return new TrainingRun(
                seed, progress, checkpoints.map(directory -> directory.resolve(name)), pause, requestTime);
    }

    /** The same with another seed for each number but 0, by which several models of one recipe differ. */
    public TrainingRun repeated(int number) {
        return new TrainingRun(seed + number * REPETITION, progress, checkpoints, pause, requestTime);
    }
}
