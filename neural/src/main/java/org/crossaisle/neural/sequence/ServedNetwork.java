package org.crossaisle.neural.sequence;

/** A deep recipe whose model is a single trained network, which can be converted to another form. */
public interface ServedNetwork {
    /** The recipe of the network in the model. */
    DeepSequence served();
}
