package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class InterestPoolingTest {
    private static final int DIMENSION = 4;
    private static final int INTERESTS = 3;
    private static final Packing PACKING = new Packing(1, 2, 3, 3);

    private final Golden golden = Golden.read("interests.txt");
    private final Parameters parameters = new Parameters(1, ScalarType.Double);
    private final InterestPooling pooling = new InterestPooling(parameters, DIMENSION, 5, INTERESTS);

    @Test
    void means_areWhatNumpyGives() {
        golden.fill(parameters);
        try (TensorScope scope = TensorScope.plain()) {
            Tensor y = pooling.apply(golden.tensor("x"), PACKING);
            assertThat(y.shape()).containsExactly(9, INTERESTS, DIMENSION);
            assertThat(Golden.doubles(y)).containsExactly(golden.values("y"), within(1e-12));
        }
    }

    /** A score that is a thousand above those before it leaves them the weights they had. */
    @Test
    void hugeScoreOfALaterToken_changesNothingBefore() {
        golden.fill(parameters);
        double[] changed = golden.values("x").clone();
        for (int at = changed.length - DIMENSION; at < changed.length; at++) {
            changed[at] = 10; // the last token of the last sequence
        }
        try (TensorScope scope = TensorScope.plain()) {
            Objects.requireNonNull(parameters.all().get("asked")).mul_(new Scalar(1000));
            double[] before = Golden.doubles(pooling.apply(golden.tensor("x"), PACKING));
            double[] y = Golden.doubles(pooling.apply(Tensor.create(changed, 9, DIMENSION), PACKING));
            for (int at = 0; at < y.length; at++) {
                assertThat(y[at]).isFinite();
                if (at < y.length - INTERESTS * DIMENSION) {
                    assertThat(y[at]).isCloseTo(before[at], within(1e-12));
                }
            }
            assertThat(y[y.length - 1]).isNotCloseTo(before[y.length - 1], within(1e-3));
        }
    }
}
