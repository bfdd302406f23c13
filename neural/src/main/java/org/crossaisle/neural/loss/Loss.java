package org.crossaisle.neural.loss;

/** How far user vectors are from telling what followed from what did not. Each is a record, and its components its settings. */
public interface Loss {
    /** The loss that is meant where so many items are known. */
    default Loss forItems(int known) {
        return this;
    }

    /** True when every known item is compared with, so that nothing is drawn. */
    default boolean comparesWithAll() {
        return false;
    }

    /** How many items are drawn to compare with, for a batch of so many rows. */
    default int draws(int rows) {
        return 0;
    }

    /** The share of them that is drawn by how often items are taken; the others are drawn evenly. In [0, 1]. */
    default double popularShare() {
        return 0;
    }

    /** The value and the gradients. */
    Gradients of(LossBatch comparison);
}
