package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class SoftmaxLossTest {
    /** Scores 1 and 2 (u = 1, e = 1, 2), target the second: -log(e^2 / (e + e^2)) = .313262; G = (.268941, -.268941). */
    @Test
    void oneRowWorkedByHand_hasItsLossAndGradients() {
        try (Scope scope = Scope.plain()) {
            SoftmaxLoss.Gradients gradients = SoftmaxLoss.of(
                    Values.of(new float[] {1}, 1, 1), Values.of(new float[] {1, 2}, 2, 1), new int[] {1});
            assertThat(gradients.value()).isCloseTo(0.313262, within(1e-5));
            assertThat(Values.floats(gradients.users())[0]).isCloseTo(0.268941f - 2 * 0.268941f, within(1e-5f));
            assertThat(Values.floats(gradients.items()))
                    .containsExactly(new float[] {0.268941f, -0.268941f}, within(1e-5f));
        }
    }

    @Test
    void chunkedLoss_isThatOfAutomaticDifferentiation() {
        int rows = 600; // more than two chunks
        int items = 50;
        int dimension = 8;
        Random random = new Random(1);
        float[] user = random(random, rows * dimension);
        float[] item = random(random, items * dimension);
        int[] targets = random.ints(rows, 0, items).toArray();
        try (Scope scope = Scope.recording()) {
            Tensor users = Values.of(user, rows, dimension).set_requires_grad(true);
            Tensor vectors = Values.of(item, items, dimension).set_requires_grad(true);
            Tensor target = Values.of(targets).toType(torch.ScalarType.Long);
            Tensor plain =
                    torch.cross_entropy_loss(users.mm(vectors.t()), target, new TensorOptional(), 1L, -100L, 0.0);
            plain.backward();
            SoftmaxLoss.Gradients ours = SoftmaxLoss.of(users.detach(), vectors.detach(), targets);
            assertThat(ours.value()).isCloseTo(plain.item_float(), within(1e-4));
            assertClose(Values.floats(ours.users()), Values.floats(users.grad()));
            assertClose(Values.floats(ours.items()), Values.floats(vectors.grad()));
        }
    }

    private static float[] random(Random random, int size) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }

    private static void assertClose(float[] ours, float[] plain) {
        assertThat(ours).hasSameSizeAs(plain);
        for (int at = 0; at < ours.length; at++) {
            assertThat(ours[at]).isCloseTo(plain[at], within(1e-5f));
        }
    }
}
