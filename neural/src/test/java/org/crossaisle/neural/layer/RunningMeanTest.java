package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class RunningMeanTest {
    /** Rows are 0 | 1 2 | 3 4 5. */
    @Test
    void eachToken_hasTheMeanOfItsSequenceSoFar() {
        double[] x = {7, 1, 3, 5, 2, 4, 1, 10, 2, 20, 6, 60};
        try (TensorScope scope = TensorScope.plain()) {
            Tensor mean = new RunningMean(3).apply(Tensor.create(x, 6, 2), new Packing(1, 2, 3));
            assertThat(Golden.doubles(mean))
                    .containsExactly(new double[] {7, 1, 3, 5, 2.5, 4.5, 1, 10, 1.5, 15, 3, 30}, within(1e-12));
        }
    }
}
