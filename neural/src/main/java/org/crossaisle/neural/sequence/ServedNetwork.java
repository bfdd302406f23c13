package org.crossaisle.neural.sequence;

/** A deep recipe whose model is one trained network, which can be brought into another form. */
public interface ServedNetwork {
    /** The recipe by which the network is made that the model consists of. */
    DeepSequence served();
}
