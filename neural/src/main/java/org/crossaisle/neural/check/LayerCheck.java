package org.crossaisle.neural.check;

/** One kind of layer, run by libtorch on small fixed inputs and beside it by plain Java. */
interface LayerCheck {
    /** Which kind. */
    String layer();

    /** Runs both. Tensors are the caller's to free. */
    LayerResult compare();
}
