package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class TransformerBlockTest {
    private static final int DIMENSION = 4;
    private static final Packing PACKING = new Packing(1, 2, 3, 3);

    private final Golden golden = Golden.read();
    private final Parameters parameters = new Parameters(1, ScalarType.Double);
    private final TransformerBlock block = new TransformerBlock(parameters, DIMENSION, 2, 8);

    @Test
    void wholeBlock_isWhatNumpyGives() {
        golden.fill(parameters);
        try (TensorScope scope = TensorScope.plain()) {
            Tensor y = block.apply(golden.tensor("x"), PACKING, Dropout.NONE, 0.5);
            assertThat(Golden.doubles(y)).containsExactly(golden.values("y"), within(1e-12));
        }
    }

    @Test
    void layerNorm_isWhatNumpyGives() {
        Parameters two = new Parameters(1, ScalarType.Double);
        LayerNorm norm = new LayerNorm(two, DIMENSION);
        try (TensorScope scope = TensorScope.plain()) {
            two.all().forEach((name, tensor) -> tensor.copy_(golden.tensor("norm1." + name)));
            assertThat(Golden.doubles(norm.apply(golden.tensor("x"))))
                    .containsExactly(golden.values("norm"), within(1e-12));
        }
    }

    @Test
    void laterTokens_changeNothingBefore() {
        golden.fill(parameters);
        double[] changed = golden.values("x").clone();
        for (int at = changed.length - DIMENSION; at < changed.length; at++) {
            changed[at] += 1; // the last token of the last sequence
        }
        try (TensorScope scope = TensorScope.plain()) {
            Tensor x = Tensor.create(changed, changed.length / DIMENSION, DIMENSION);
            double[] y = Golden.doubles(block.apply(x, PACKING, Dropout.NONE, 0));
            double[] before = golden.values("y");
            for (int at = 0; at < y.length; at++) {
                if (at < y.length - DIMENSION) {
                    assertThat(y[at]).isCloseTo(before[at], within(1e-12));
                } else {
                    assertThat(Math.abs(y[at] - before[at])).isGreaterThan(1e-3);
                }
            }
        }
    }

    /** Without places one order of the tokens of a sequence is as good as another. */
    @Test
    void bothWays_orderIsNothing() {
        TransformerBlock both =
                new TransformerBlock(new Parameters(1, ScalarType.Double), DIMENSION, 2, 8, AttentionMask.BOTH_WAYS);
        double[] x = golden.values("x");
        double[] turned = x.clone();
        int last = x.length - DIMENSION;
        int first = last - 2 * DIMENSION; // of the last sequence, which has three
        System.arraycopy(x, last, turned, first, DIMENSION);
        System.arraycopy(x, first, turned, last, DIMENSION);
        try (TensorScope scope = TensorScope.plain()) {
            double[] y = Golden.doubles(both.apply(golden.tensor("x"), PACKING, Dropout.NONE, 0));
            double[] z = Golden.doubles(
                    both.apply(Tensor.create(turned, x.length / DIMENSION, DIMENSION), PACKING, Dropout.NONE, 0));
            for (int at = 0; at < y.length; at++) {
                int other =
                        at >= last ? at - last + first : at >= first && at < first + DIMENSION ? at - first + last : at;
                assertThat(z[other]).isCloseTo(y[at], within(1e-12));
            }
        }
    }

    /** Every partial derivative of sum(y c) against (f(p + h) - f(p - h)) / 2h, dropout on with the same masks. */
    @Test
    void gradients_areFiniteDifferences() {
        golden.fill(parameters);
        Dropout dropout = Dropout.withSeed(3);
        Tensor x = golden.tensor("x").set_requires_grad(true);
        Tensor weights = golden.tensor("norm");
        try (TensorScope scope = TensorScope.recording()) {
            loss(x, weights, dropout).backward();
        }
        List<Tensor> all = new ArrayList<>(parameters.all().values());
        all.add(x);
        int compared = 0;
        double h = 1e-5;
        for (Tensor tensor : all) {
            double[] gradient = Golden.doubles(tensor.grad());
            for (int at = 0; at < gradient.length; at++) {
                try (TensorScope scope = TensorScope.plain()) {
                    Tensor one = tensor.view(-1).narrow(0, at, 1);
                    one.add_(new Scalar(h));
                    double above = loss(x, weights, dropout).item_double();
                    one.sub_(new Scalar(2 * h));
                    double below = loss(x, weights, dropout).item_double();
                    one.add_(new Scalar(h));
                    assertThat(gradient[at]).isCloseTo((above - below) / (2 * h), within(1e-6));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(16 + 60 + 20 + 40 + 36 + 36);
    }

    private Tensor loss(Tensor x, Tensor weights, Dropout dropout) {
        dropout.begin(0, 0);
        return block.apply(x, PACKING, dropout, 0.3).mul(weights).sum();
    }
}
