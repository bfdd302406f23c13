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
record Position(int epoch, int step, double lossSum, int bestEpochs, Foresight best) {
    static final Position START = new Position(0, 0, 0, 0, Foresight.NONE);

    Position at(int otherStep, double otherSum) {
        return new Position(epoch, otherStep, otherSum, bestEpochs, best);
    }

    Position nextEpoch() {
        return new Position(epoch + 1, 0, 0, bestEpochs, best);
    }

    Position withBest(Foresight value) {
        return new Position(epoch, step, lossSum, epoch, value);
    }
}
