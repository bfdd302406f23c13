package org.crossaisle.neural.item;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;

/** One of the things item vectors are made of, which reads what the catalog says and nothing else. */
interface ItemPart {
    /** Stands for an item nothing is known of. */
    int NO_ITEM = -1;

    /** What is known of some items, ready to become vectors many times. */
    interface OfItems {
        /** [items, d] */
        Tensor vectors(Dropout dropout);
    }

    /**
     * Looks some items up.
     *
     * @param items item numbers or {@link #NO_ITEM}
     */
    OfItems of(int... items);
}
