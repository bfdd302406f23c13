package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final int SIZE = 100_003; // no multiple of 8

    private final Dropout dropout = Dropout.withSeed(7);

    @Test
    void aShareOfTheValuesGoes_andTheRestIsScaledUp() {
        float[] values = masked(dropout, 0, 0, 0.25);
        int kept = 0;
        for (float value : values) {
            assertThat(value).isIn(0f, (float) (4 / 3.0));
            kept += value > 0 ? 1 : 0;
        }
        assertThat(kept / (double) SIZE).isCloseTo(0.75, within(0.005)); // 4 standard deviations are 0.0055
    }

    @Test
    void rates_areRoundedToBytes_andScaledByWhatIsKept() {
        // 0.1 is 25.6 of 256, so 26 go and 230 stay: 256 / 230
        assertThat(max(masked(dropout, 0, 0, 0.1))).isEqualTo((float) (256 / 230.0));
    }

    @Test
    void sameSeedEpochAndStep_giveTheSame() {
        float[] first = masked(dropout, 3, 5, 0.5);
        masked(dropout, 3, 6, 0.5);
        assertThat(masked(dropout, 3, 5, 0.5)).containsExactly(first);
        assertThat(masked(Dropout.withSeed(7), 3, 5, 0.5)).containsExactly(first);
    }

    @Test
    void anotherSeedEpochStepOrCall_givesAnother() {
        float[] first = masked(dropout, 3, 5, 0.5);
        assertThat(agreement(first, masked(Dropout.withSeed(8), 3, 5, 0.5))).isCloseTo(0.5, within(0.01));
        assertThat(agreement(first, masked(dropout, 4, 5, 0.5))).isCloseTo(0.5, within(0.01));
        assertThat(agreement(first, masked(dropout, 3, 6, 0.5))).isCloseTo(0.5, within(0.01));
        dropout.begin(3, 5);
        try (TensorScope scope = TensorScope.plain()) {
            dropout.apply(torch.ones(SIZE), 0.5);
            float[] second = Values.floats(dropout.apply(torch.ones(SIZE), 0.5));
            assertThat(agreement(first, second)).isCloseTo(0.5, within(0.01));
        }
    }

    @Test
    void inference_leavesEverything() {
        try (TensorScope scope = TensorScope.plain()) {
            Tensor x = torch.ones(10);
            assertThat(Dropout.NONE.apply(x, 0.5)).isSameAs(x);
        }
    }

    private static float[] masked(Dropout dropout, int epoch, int step, double rate) {
        dropout.begin(epoch, step);
        try (TensorScope scope = TensorScope.plain()) {
            return Values.floats(dropout.apply(torch.ones(SIZE), rate));
        }
    }

    private static double agreement(float[] one, float[] other) {
        int same = 0;
        for (int at = 0; at < one.length; at++) {
            same += one[at] == other[at] ? 1 : 0;
        }
        return same / (double) one.length;
    }

    private static float max(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
