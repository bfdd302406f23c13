package org.crossaisle.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.predict.Activation;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    private static final int ROWS = 1100; // more than two chunks
    private static final int ITEMS = 37;
    private static final int DIMENSION = 5;

    private final Random random = new Random(4);
    private final float[] users = gaussians(ROWS * DIMENSION);
    private final float[] items = gaussians(ITEMS * DIMENSION);
    private final int[] targets = random.ints(ROWS, 0, ITEMS).toArray();

    @Test
    void valueAndGradients_areThoseOfPlainCrossEntropy() {
        try (TensorScope scope = TensorScope.recording()) {
            Tensor u = Values.of(users, ROWS, DIMENSION)
                    .to(torch.ScalarType.Double)
                    .set_requires_grad(true);
            Tensor e = Values.of(items, ITEMS, DIMENSION)
                    .to(torch.ScalarType.Double)
                    .set_requires_grad(true);
            Tensor loss = torch.cross_entropy_loss(
                    u.mm(e.t()), Values.of(targets).to(torch.ScalarType.Long), new TensorOptional(), 1L, -100L, 0.0);
            loss.backward();
            Gradients own = of(Values.of(users, ROWS, DIMENSION), Values.of(items, ITEMS, DIMENSION), targets);
            assertThat(own.value()).isCloseTo(loss.item_double(), within(1e-5));
            assertThat(Values.floats(own.users()))
                    .containsExactly(Values.floats(u.grad().to(torch.ScalarType.Float)), within(1e-8f));
            assertThat(Values.floats(own.items()))
                    .containsExactly(Values.floats(e.grad().to(torch.ScalarType.Float)), within(1e-7f));
        }
    }

    /** Two items with scores 0 and ln 3: the target has probability 3/4. */
    @Test
    void twoItems_asWorkedByHand() {
        try (TensorScope scope = TensorScope.plain()) {
            float logThree = (float) Math.log(3);
            Gradients own =
                    of(Values.of(new float[] {1}, 1, 1), Values.of(new float[] {0, logThree}, 2, 1), new int[] {1});
            assertThat(own.value()).isCloseTo(Math.log(4 / 3.0), within(1e-6));
            // dL/du = sum of (p - onehot) e = (3/4 - 1) ln 3; dL/de = (p - onehot) u = 1/4 and -1/4
            assertThat(Values.floats(own.users())).containsExactly(new float[] {-0.25f * logThree}, within(1e-6f));
            assertThat(Values.floats(own.items())).containsExactly(new float[] {0.25f, -0.25f}, within(1e-6f));
        }
    }

    @Test
    void unlikelyTarget_givesItsLoss_evenWhereItsProbabilityUnderflows() {
        try (TensorScope scope = TensorScope.plain()) {
            Gradients own =
                    of(Values.of(new float[] {1}, 1, 1), Values.of(new float[] {500, -500}, 2, 1), new int[] {1});
            assertThat(own.value()).isEqualTo(1000);
            assertThat(Values.floats(own.items())).containsExactly(1f, -1f);
        }
    }

    @Test
    void certainTarget_inHalfPrecision_movesNothing() {
        try (TensorScope scope = TensorScope.plain()) {
            Gradients own = of(
                    Values.of(new float[] {10.01f}, 1, 1),
                    Values.of(new float[] {10.01f, -10.01f}, 2, 1),
                    Precision.BFLOAT16,
                    0);
            assertThat(Values.floats(own.users())).containsExactly(0f);
            assertThat(Values.floats(own.items())).containsExactly(0f, 0f);
        }
    }

    @Test
    void unlikelyTarget_inHalfPrecision_isOneRowAmongOthers() {
        try (TensorScope scope = TensorScope.plain()) {
            Gradients own = of(
                    Values.of(new float[] {1, 0}, 2, 1),
                    Values.of(new float[] {500, -500}, 2, 1),
                    Precision.BFLOAT16,
                    1,
                    0);
            assertThat(own.value()).isCloseTo((1000 + Math.log(2)) / 2, within(1e-3));
        }
    }

    @Test
    void vectorsThatAreNoNumbers_giveALossThatIsNone() {
        try (TensorScope scope = TensorScope.plain()) {
            Gradients own =
                    of(Values.of(new float[] {Float.NaN}, 1, 1), Values.of(new float[] {1, 2}, 2, 1), new int[] {1});
            assertThat(own.value()).isNaN();
        }
    }

    private float[] gaussians(int size) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Eight bits of mantissa: an error of a half in 256 for each product, which largely even out. */
    @Test
    void halfPrecision_givesNearlyTheSameGradients() {
        try (TensorScope scope = TensorScope.plain()) {
            Tensor u = Values.of(users, ROWS, DIMENSION);
            Tensor e = Values.of(items, ITEMS, DIMENSION);
            Gradients whole = of(u, e, Precision.FLOAT32, targets);
            Gradients half = of(u, e, Precision.BFLOAT16, targets);
            assertThat(half.value()).isCloseTo(whole.value(), within(1e-3)).isNotEqualTo(whole.value());
            assertThat(distance(half.users(), whole.users())).isLessThan(0.01);
            assertThat(distance(half.items(), whole.items())).isLessThan(0.01);
        }
    }

    /** The length of the difference as a share of the length. */
    private static double distance(Tensor one, Tensor other) {
        return one.sub(other).norm().item_double() / other.norm().item_double();
    }

    private static Gradients of(Tensor users, Tensor items, int... targets) {
        return of(users, items, Precision.FLOAT32, targets);
    }

    private static Gradients of(Tensor users, Tensor items, Precision precision, int... targets) {
        return CrossEntropy.DEFAULTS.of(
                new LossBatch(users, items, targets, new int[0], new float[0], Activation.IDENTITY, precision));
    }
}
