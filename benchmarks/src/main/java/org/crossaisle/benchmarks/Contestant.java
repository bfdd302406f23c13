package org.crossaisle.benchmarks;

import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.sequence.DeepSequence;

/** Whose training is measured. */
enum Contestant {
    /** Ours, with item vectors by id alone as the padded one has them. */
    PACKED,
    /** Ours as it is by default: categories, brand and price take part. */
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
