package org.crossaisle.benchmarks;

import org.crossaisle.neural.Transformer;

/** Whose training is measured. */
enum Contestant {
    /** Ours, with item vectors by id alone as the padded one has them. */
    PACKED,
    /** Ours as it is by default: categories, brand and price take part. */
    PACKED_WITH_FEATURES,
    /** libtorch's modules on padded histories. */
    PADDED;

    /** The default recipe, trained without end. */
    Transformer recipe() {
        Transformer usual = new Transformer();
        boolean features = this == PACKED_WITH_FEATURES;
        return new Transformer(
                usual.dimension(),
                usual.blocks(),
                usual.heads(),
                usual.maximumLength(),
                usual.counting(),
                usual.dropout(),
                features,
                features ? usual.idDropout() : 0,
                usual.learningRate(),
                usual.warmUpSteps(),
                usual.batchSize(),
                Integer.MAX_VALUE,
                usual.patience());
    }
}
