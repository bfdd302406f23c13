package org.crossaisle.neural.tune;

import org.crossaisle.model.Trainer;

/** The measure by which trials are compared. */
@FunctionalInterface
public interface Objective {
    /**
     * Trains a trial, or resumes its training, and measures it.
     *
     * @param trainer the recipe with the trial's settings
     * @param trial number of the trial
     * @param epochs number of epochs after which training pauses; ignored by recipes without epochs
     */
    TrialOutcome.Reached measure(Trainer trainer, int trial, int epochs);
}
