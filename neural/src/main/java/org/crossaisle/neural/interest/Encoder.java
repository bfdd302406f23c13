package org.crossaisle.neural.interest;

import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;

/**
 * A trainable encoder that turns a description of a user or an item into a vector.
 *
 * <p>The initial weights come from libtorch's random generator, so an encoder must be created inside
 * {@link InterestModel#InterestModel(long, java.util.function.Supplier, java.util.function.Supplier,
 * InterestActivation)}, which seeds it.
 *
 * @param <I> the input to encode
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

    /** The module that holds the weights. */
    abstract Module weights();
}
