package org.crossaisle.neural.train;

/**
 * The progress of a training: completed epochs, and completed steps of the current epoch.
 *
 * @param epoch completed epochs
 * @param step completed steps of the current epoch
 * @param lossSum sum of the losses of those steps
 * @param bestEpochs number of epochs after which validation was best; 0 before the first validation
 * @param best the score at that time
 */
record TrainingPosition(int epoch, int step, double lossSum, int bestEpochs, HoldoutScore best) {
    static final TrainingPosition START = new TrainingPosition(0, 0, 0, 0, HoldoutScore.NONE);

    TrainingPosition at(int otherStep, double otherSum) {
        return new TrainingPosition(epoch, otherStep, otherSum, bestEpochs, best);
    }

    TrainingPosition nextEpoch() {
        return new TrainingPosition(epoch + 1, 0, 0, bestEpochs, best);
    }

    TrainingPosition withBest(HoldoutScore value) {
        return new TrainingPosition(epoch, step, lossSum, epoch, value);
    }
}
