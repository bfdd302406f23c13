package org.crossaisle.neural.train;

/**
 * How a network is trained.
 *
 * @param learningRate Adam's, after the warm-up
 * @param warmUpSteps over so many steps the learning rate grows from 0
 * @param batchSize histories in a step
 * @param epochs how often every history is seen, at most
 * @param patience so many epochs without a better validation figure end the training
 * @param maximumLength how many of the latest interactions count
 */
public record Schedule(
        double learningRate, int warmUpSteps, int batchSize, int epochs, int patience, int maximumLength) {
    double rate(long step) {
        return learningRate * Math.min(1, (step + 1.0) / Math.max(1, warmUpSteps));
    }
}
