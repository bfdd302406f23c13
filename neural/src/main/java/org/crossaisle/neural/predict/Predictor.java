package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Tensor;

/**
 * A function that predicts the interest of users in items from their vectors. Every predictor is a dot product after
 * each side is mapped, so that vector retrieval works with all of them.
 */
public interface Predictor {
    /** Maps user vectors for the dot product: [rows, d] to [rows, d']. */
    Tensor users(Tensor users);

    /** Maps item vectors for the dot product: [items, d] to [items, d']. */
    Tensor items(Tensor items);

    /** The function that turns a dot product into the predicted interest. */
    Activation activation();
}
