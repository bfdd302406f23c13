package org.crossaisle.neural.item;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;

/** One component of item vectors. It reads the catalog and nothing else. */
interface ItemPart {
    /** Stands for an unknown item. */
    int NO_ITEM = -1;

    /** The data of some items, prepared so that vectors can be computed from it many times. */
    interface OfItems {
        /** [items, d] */
        Tensor vectors(Dropout dropout);
    }

    /**
     * Prepares some items.
     *
     * @param items item numbers or {@link #NO_ITEM}
     */
    OfItems of(int... items);
}
