package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Tensor;

/**
 * Tells from the vectors of users and items how much the ones are interested in the others. Every predictor is a dot product
 * once each side is mapped, so that retrieval by vectors serves them all.
 */
public interface Predictor {
    /** User vectors as they are compared: [rows, d] to [rows, d']. */
    Tensor users(Tensor users);

    /** Item vectors as they are compared: [items, d] to [items, d']. */
    Tensor items(Tensor items);

    /** What turns a dot product into the interest that is told. */
    Activation activation();
}
