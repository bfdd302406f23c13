package org.crossaisle.model.factor;

import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Trainer;

class SoftmaxContractTest extends ModelContract {
    @Override
    protected Trainer trainer() {
        return new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 20, 10, 0.1, 0.01, 16, 10, 0.5, 0.7);
    }
}
