package org.crossaisle.neural.train;

/**
 * How far a training is: this many epochs and, of the next, this many steps.
 *
 * @param epoch epochs behind us
 * @param step steps of the epoch under way
 * @param lossSum their losses
 * @param bestEpochs after how many epochs validation was best, 0 before the first look
 * @param best what it was then
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
