package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void fiveSteps_areThoseOfTheArticle() throws IOException {
        Tensor theta = Values.of(new float[] {0.5f, -0.25f}, 2).set_requires_grad(true);
        Adam adam = new Adam(List.of(theta));
        int step = 0;
        try (InputStream in = Objects.requireNonNull(AdamTest.class.getResourceAsStream("adam.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n", -1)) {
                float[] row = floats(line);
                push(theta, row[0], row[1]);
                adam.step(0.01 * ++step);
                assertThat(Values.floats(theta)).containsExactly(new float[] {row[2], row[3]}, within(1e-6f));
            }
        }
        assertThat(step).isEqualTo(5);
        assertThat(adam.steps()).isEqualTo(5);
    }

    @Test
    void twentySteps_areThoseOfLibtorch() {
        Tensor own = Values.of(new float[] {0.3f, -1f, 2f}, 3).set_requires_grad(true);
        Tensor theirs = Values.of(new float[] {0.3f, -1f, 2f}, 3).set_requires_grad(true);
        Adam adam = new Adam(List.of(own));
        org.bytedeco.pytorch.Adam libtorch =
                new org.bytedeco.pytorch.Adam(new TensorVector(theirs), new AdamOptions(0.02));
        for (int step = 0; step < 20; step++) {
            push(own, step % 3 - 1f, 0.1f * step, 1e-3f);
            libtorch.zero_grad();
            push(theirs, step % 3 - 1f, 0.1f * step, 1e-3f);
            adam.step(0.02);
            libtorch.step();
            assertThat(Values.floats(own)).containsExactly(Values.floats(theirs), within(1e-6f));
        }
    }

    @Test
    void parameterWithoutGradient_stays() {
        Tensor theta = Values.of(new float[] {1f}, 1).set_requires_grad(true);
        new Adam(List.of(theta)).step(0.1);
        assertThat(Values.floats(theta)).containsExactly(1f);
    }

    @Test
    void rowsWithAGradient_areMovedAsIfTheyWereAlone_andTheOthersStay() {
        Tensor table = Values.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2).set_requires_grad(true);
        Tensor alone = Values.of(new float[] {5, 6}, 1, 2).set_requires_grad(true);
        Adam rows = new Adam(List.of(table));
        Adam whole = new Adam(List.of(alone));
        for (int step = 1; step <= 4; step++) {
            try (TensorScope scope = TensorScope.recording()) {
                Tensor weights = Values.of(new float[] {step, -1}, 1, 2);
                torch.embedding(table, Values.of(new int[] {2}), -1, false, true)
                        .mul(weights)
                        .sum()
                        .backward();
                alone.mul(weights).sum().backward();
            }
            assertThat(table.grad().is_sparse()).isTrue();
            rows.step(0.1);
            whole.step(0.1);
        }
        float[] moved = Values.floats(alone);
        assertThat(moved[0]).isLessThan(4.7f);
        assertThat(Values.floats(table)).containsExactly(new float[] {1, 2, 3, 4, moved[0], moved[1]}, within(1e-6f));
    }

    /** (3, 4) and (12) are 13 long together: at a bound of 6.5 each is halved. */
    @Test
    void clip_shortensAllGradientsTogether() {
        Tensor one = Values.of(new float[] {0, 0}, 2).set_requires_grad(true);
        Tensor other = Values.of(new float[] {0}, 1).set_requires_grad(true);
        push(one, 3, 4);
        push(other, 12);
        Adam adam = new Adam(List.of(one, other));
        assertThat(adam.clip(6.5)).isCloseTo(13, within(1e-5));
        assertThat(Values.floats(one.grad())).containsExactly(new float[] {1.5f, 2}, within(1e-5f));
        assertThat(Values.floats(other.grad())).containsExactly(new float[] {6}, within(1e-5f));
        assertThat(adam.clip(100)).isCloseTo(6.5, within(1e-5));
        assertThat(Values.floats(other.grad())).containsExactly(new float[] {6}, within(1e-5f));
    }

    /** Gives a parameter this gradient: that of its product with it. */
    private static void push(Tensor parameter, float... gradient) {
        try (TensorScope scope = TensorScope.recording()) {
            parameter.mul(Values.of(gradient, gradient.length)).sum().backward();
        }
    }

    private static float[] floats(String line) {
        double[] row = Arrays.stream(line.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        float[] values = new float[row.length];
        for (int at = 0; at < row.length; at++) {
            values[at] = (float) row[at];
        }
        return values;
    }
}
