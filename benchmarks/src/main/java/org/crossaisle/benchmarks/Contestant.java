package org.crossaisle.benchmarks;

import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.sequence.DeepSequence;

/** The trainings that are compared. */
enum Contestant {
    /** Our training, with item vectors by id only, as in the padded one. */
    PACKED,
    /** Our training with default settings: categories, brand and price are used. */
    PACKED_WITH_FEATURES,
    /** libtorch's modules on padded histories. */
    PADDED;

    /** The default recipe of a family, trained without end. */
    DeepSequence recipe(EncoderFamily family) {
        DeepSequence usual = DeepSequence.of(family.users());
        boolean features = this == PACKED_WITH_FEATURES;
        return (features ? usual : usual.withItems(ItemVectors.Settings.of(false, 0))).withEpochs(Integer.MAX_VALUE);
    }
}
