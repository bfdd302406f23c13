package org.crossaisle.model;

import java.nio.file.Path;
import java.util.Optional;
import org.crossaisle.Progress;

/**
 * The circumstances of one training that are no settings of the recipe.
 *
 * @param seed where all chance comes from
 * @param progress who watches
 * @param checkpoints a directory in which an interrupted training finds itself again; empty: none is kept
 */
public record TrainingRun(long seed, Progress progress, Optional<Path> checkpoints) {
    public static TrainingRun withSeed(long seed) {
        return new TrainingRun(seed, Progress.SILENT, Optional.empty());
    }

    /** The same for one part of a composed recipe, with checkpoints in a directory of its own. */
    public TrainingRun part(String name) {
        return new TrainingRun(seed, progress, checkpoints.map(directory -> directory.resolve(name)));
    }
}
