package org.crossaisle.neural.tune;

import org.crossaisle.model.Trainer;

/** What trials are compared by. */
@FunctionalInterface
public interface Objective {
    /**
     * Trains a trial, or goes on training it, and measures it.
     *
     * @param trainer the recipe with the trial's settings
     * @param trial its number
     * @param epochs after so many it pauses; means nothing to recipes without epochs
     */
    TrialOutcome.Reached measure(Trainer trainer, int trial, int epochs);
}
