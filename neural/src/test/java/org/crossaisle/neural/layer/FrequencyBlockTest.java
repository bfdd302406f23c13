package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class FrequencyBlockTest {
    private static final int DIMENSION = 4;
    private static final Packing PACKING = new Packing(1, 2, 3, 3, 6);

    private final Golden golden = Golden.read("frequency.txt");
    private final Parameters parameters = new Parameters(1, ScalarType.Double);
    private final FrequencyBlock block =
            new FrequencyBlock(parameters, new FrequencyBlock.Shape(DIMENSION, 2, 8, 6, 2, 0.7));

    /** numpy takes a Fourier transform of the padded window of every token. */
    @Test
    void slowPart_isWhatTheFourierTransformGives() {
        try (TensorScope scope = TensorScope.plain()) {
            Tensor slow = new LowPass(6, 2).apply(golden.tensor("x"), PACKING);
            assertThat(Golden.doubles(slow)).containsExactly(golden.values("slow"), within(1e-12));
        }
    }

    @Test
    void wholeLayer_isWhatNumpyGives() {
        golden.fill(parameters);
        try (TensorScope scope = TensorScope.plain()) {
            Tensor y = block.apply(golden.tensor("x"), PACKING, Dropout.NONE, 0.5);
            assertThat(Golden.doubles(y)).containsExactly(golden.values("y"), within(1e-12));
        }
    }

    @Test
    void laterTokens_changeNothingBefore() {
        golden.fill(parameters);
        double[] changed = golden.values("x").clone();
        for (int at = changed.length - DIMENSION; at < changed.length; at++) {
            changed[at] += 1; // the last token of the longest sequence
        }
        try (TensorScope scope = TensorScope.plain()) {
            Tensor x = Tensor.create(changed, changed.length / DIMENSION, DIMENSION);
            double[] y = Golden.doubles(block.apply(x, PACKING, Dropout.NONE, 0));
            double[] before = golden.values("y");
            for (int at = 0; at < y.length - DIMENSION; at++) {
                assertThat(y[at]).isCloseTo(before[at], within(1e-12));
            }
            assertThat(y[y.length - 1]).isNotCloseTo(before[y.length - 1], within(1e-3));
        }
    }
}
