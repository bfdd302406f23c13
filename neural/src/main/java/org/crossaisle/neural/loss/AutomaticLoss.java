package org.crossaisle.neural.loss;

/**
 * Cross-entropy over all items up to {@value #MOST_ITEMS} known items, a sampled softmax above: there the products with all
 * items would take nearly all of the time of a step.
 */
public record AutomaticLoss() implements Loss {
    public static final AutomaticLoss DEFAULTS = new AutomaticLoss();

    /** With so many known items all of them are still compared with. */
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
