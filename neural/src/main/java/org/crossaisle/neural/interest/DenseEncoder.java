package org.crossaisle.neural.interest;

import java.util.List;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** One linear layer over the numbers that describe an item: W x + b. */
public final class DenseEncoder extends Encoder<float[]> {
    private final int features;
    private final LinearImpl linear;

    /**
     * @param features how many numbers describe an item
     * @param dimension length of the vector
     */
    public DenseEncoder(int features, int dimension) {
        super(dimension);
        this.features = features;
        this.linear = new LinearImpl(features, dimension);
    }

    @Override
    Tensor encode(List<float[]> inputs) {
        return linear.forward(Floats.matrix(inputs, features));
    }

    @Override
    Module weights() {
        return linear;
    }
}
