package org.crossaisle.neural.interest;

import java.util.List;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** A linear layer over the numeric features of an item: W x + b. */
public final class DenseEncoder extends Encoder<float[]> {
    private final int features;
    private final LinearImpl linear;

    /**
     * @param features number of features
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
