package org.crossaisle.model.factor;

import java.util.SplittableRandom;

/** One pass of descent over all positives. For one thread. */
interface Epoch {
    /** Updates the factors and returns the mean loss, in nats, without the penalty. */
    double train(Factors factors, Positives positives, SplittableRandom random);
}
