package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void twentySteps_areThoseOfLibtorch() {
        float[] start = {1, -2, 3};
        try (Scope scope = Scope.recording()) {
            Tensor ours = Values.of(start, 3).set_requires_grad(true);
            Tensor theirs = Values.of(start, 3).set_requires_grad(true);
            Adam adam = new Adam(List.of(ours));
            org.bytedeco.pytorch.Adam reference =
                    new org.bytedeco.pytorch.Adam(new TensorVector(theirs), new AdamOptions(0.05));
            for (int step = 0; step < 20; step++) {
                ours.pow(new Scalar(4)).sum().backward();
                adam.step(0.05);
                reference.zero_grad();
                theirs.pow(new Scalar(4)).sum().backward();
                reference.step();
            }
            assertThat(Values.floats(ours)).containsExactly(Values.floats(theirs), within(1e-5f));
            assertThat(Values.floats(ours)[2]).isLessThan(2.5f); // it did move
        }
    }
}
