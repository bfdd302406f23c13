package org.crossaisle.neural.rank;

import org.crossaisle.neural.layer.Parameters;

/** The settings of one family of rankers, each a record, by which the ranker is made. */
public interface RankerSettings {
    /**
     * What all rankers are told.
     *
     * @param dimension length of an item's vector
     * @param features how many numbers tell how a candidate goes with a history
     */
    record Size(int dimension, int features) {}

    /** An untrained ranker. */
    Ranker ranker(Parameters parameters, Size size);
}
