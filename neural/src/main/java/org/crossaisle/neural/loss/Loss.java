package org.crossaisle.neural.loss;

/**
 * A loss to minimise: how badly user vectors separate the target from the negatives. Each loss is a record whose
 * components are its settings.
 */
public interface Loss {
    /** The loss to use for this number of known items. */
    default Loss forItems(int known) {
        return this;
    }

    /** Whether the loss is over all known items, so that no negatives are drawn. */
    default boolean comparesWithAll() {
        return false;
    }

    /** Number of negatives to draw for a batch of this many rows. */
    default int draws(int rows) {
        return 0;
    }

    /** The share of negatives drawn by popularity, in [0, 1]; the others are drawn uniformly. */
    default double popularShare() {
        return 0;
    }

    /** The value of the loss and its gradients. */
    Gradients of(LossBatch comparison);
}
