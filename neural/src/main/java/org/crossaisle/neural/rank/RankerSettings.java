package org.crossaisle.neural.rank;

import org.crossaisle.neural.layer.Parameters;

/** The settings of one family of rankers; a record that creates the ranker. */
public interface RankerSettings {
    /**
     * The input dimensions of a ranker.
     *
     * @param dimension length of an item's vector
     * @param features number of numeric features of a candidate given a history
     */
    record Size(int dimension, int features) {}

    /** An untrained ranker. */
    Ranker ranker(Parameters parameters, Size size);
}
