package org.crossaisle.neural.train;

import org.crossaisle.Bounds;
import org.crossaisle.Help;

/**
 * The training schedule.
 *
 * @param learningRate learning rate of Adam after the warm-up, in (0, 1)
 * @param warmUpSteps number of steps over which the learning rate grows from 0
 * @param batchSize histories per step
 * @param epochs maximum number of passes over all histories
 * @param patience number of epochs without a better validation NDCG@10 after which training stops
 */
public record Schedule(
        @Help("Learning rate of Adam after the warm-up, in (0, 1).")
        double learningRate,

        @Help("Steps over which the learning rate grows from 0, at least 0.")
        int warmUpSteps,

        @Help("Histories in a step, at least 1.") int batchSize,

        @Help("Largest number of passes over the histories, at least 1; validation chooses how many.")
        int epochs,

        @Help("Epochs without a better NDCG@10 on validation after which training stops, at least 1.")
        int patience) {
    /** What was best on validation: see docs/decisions.md. */
    public static final Schedule DEFAULTS = new Schedule(1e-3, 100, 256, 100, 8);

    public Schedule {
        Bounds.atLeast("warmUpSteps", warmUpSteps, 0);
        Bounds.atLeast("batchSize", batchSize, 1);
        Bounds.atLeast("epochs", epochs, 1);
        Bounds.atLeast("patience", patience, 1);
        Bounds.properShare("learningRate", learningRate);
    }

    /** The same schedule with another number of epochs. */
    public Schedule withEpochs(int other) {
        return new Schedule(learningRate, warmUpSteps, batchSize, other, patience);
    }

    /** The learning rate after this many steps. */
    public double rate(long step) {
        return learningRate * Math.min(1, (step + 1.0) / Math.max(1, warmUpSteps));
    }
}
