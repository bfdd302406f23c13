package org.crossaisle.neural.interest;

import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;

/**
 * Turns something about a user or an item into a vector, with weights that are learnt.
 *
 * <p>Its random initial weights come from libtorch's generator, so an encoder is made inside
 * {@link InterestModel#InterestModel(long, java.util.function.Supplier, java.util.function.Supplier, InterestActivation)}, which seeds it.
 *
 * @param <I> what is encoded
 */
public abstract sealed class Encoder<I> permits SequenceEncoder, TokenEncoder, DenseEncoder {
    private final int dimension;

    Encoder(int dimension) {
        Bounds.atLeast("dimension", dimension, 1);
        this.dimension = dimension;
    }

    /** The length of the vector. */
    public int dimension() {
        return dimension;
    }

    /** Encodes some inputs: [inputs, dimension]. */
    abstract Tensor encode(List<I> inputs);

    /** What holds the weights. */
    abstract Module weights();
}
