package org.crossaisle.neural;

/** A deep recipe whose model is one trained network, which can be brought into another form. */
sealed interface ServedNetwork permits DeepSequence, Pruned {
    /** The recipe by which the network is made that the model consists of. */
    DeepSequence served();
}
