package org.crossaisle.neural.loss;

/**
 * Cross-entropy over all items for at most {@value #MOST_ITEMS} known items, a sampled softmax for more. With more
 * items, the products with all items would take most of the time of a step.
 */
public record AutomaticLoss() implements Loss {
    public static final AutomaticLoss DEFAULTS = new AutomaticLoss();

    /** Largest number of known items for which the loss is over all of them. */
    public static final int MOST_ITEMS = 60_000;

    @Override
    public Loss forItems(int known) {
        return known <= MOST_ITEMS ? CrossEntropy.DEFAULTS : SampledSoftmax.DEFAULTS;
    }

    @Override
    public Gradients of(LossBatch comparison) {
        throw new IllegalStateException("which loss is meant depends on how many items are known");
    }
}
