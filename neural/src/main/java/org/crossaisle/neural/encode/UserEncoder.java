package org.crossaisle.neural.encode;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Packing;

/** Turns the item vectors of histories into vectors of what may come next. */
public interface UserEncoder {
    /**
     * One vector for each token, which has seen that token and those before it in its sequence.
     *
     * @param items the item vectors: [rows, d]
     * @return [rows, d]
     */
    Tensor encode(Tensor items, Packing packing, Dropout dropout);
}
