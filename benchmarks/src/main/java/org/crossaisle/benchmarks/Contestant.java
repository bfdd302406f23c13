package org.crossaisle.benchmarks;

import org.crossaisle.neural.DeepSequence;
import org.crossaisle.neural.encode.ItemVectors;
import org.crossaisle.neural.encode.TransformerEncoder;

/** Whose training is measured. */
enum Contestant {
    /** Ours, with item vectors by id alone as the padded one has them. */
    PACKED,
    /** Ours as it is by default: categories, brand and price take part. */
    PACKED_WITH_FEATURES,
    /** libtorch's modules on padded histories. */
    PADDED;

    /** The default recipe, trained without end. */
    DeepSequence recipe() {
        DeepSequence usual = DeepSequence.of(TransformerEncoder.Settings.DEFAULTS);
        boolean features = this == PACKED_WITH_FEATURES;
        return (features ? usual : usual.withItems(ItemVectors.Settings.of(false, 0))).withEpochs(Integer.MAX_VALUE);
    }
}
