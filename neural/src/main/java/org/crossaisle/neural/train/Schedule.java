package org.crossaisle.neural.train;

import org.crossaisle.Bounds;

/**
 * How a network is trained.
 *
 * @param learningRate Adam's, after the warm-up, in (0, 1)
 * @param warmUpSteps over so many steps the learning rate grows from 0
 * @param batchSize histories in a step
 * @param epochs how often every history is seen, at most
 * @param patience so many epochs without a better NDCG@10 on validation end the training
 */
public record Schedule(double learningRate, int warmUpSteps, int batchSize, int epochs, int patience) {
    /** What was best on validation: see docs/decisions.md. */
    public static final Schedule DEFAULTS = new Schedule(1e-3, 100, 256, 100, 8);

    public Schedule {
        Bounds.atLeast("warmUpSteps", warmUpSteps, 0);
        Bounds.atLeast("batchSize", batchSize, 1);
        Bounds.atLeast("epochs", epochs, 1);
        Bounds.atLeast("patience", patience, 1);
        Bounds.properShare("learningRate", learningRate);
    }

    /** The same for another number of epochs. */
    public Schedule withEpochs(int other) {
        return new Schedule(learningRate, warmUpSteps, batchSize, other, patience);
    }

    /** The learning rate when so many steps are behind us. */
    public double rate(long step) {
        return learningRate * Math.min(1, (step + 1.0) / Math.max(1, warmUpSteps));
    }
}
