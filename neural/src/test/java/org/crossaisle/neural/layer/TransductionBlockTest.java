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

class TransductionBlockTest {
    private static final int DIMENSION = 4;
    private static final int LONGEST = 5;
    private static final int BUCKETS = 3;
    private static final Packing PACKING = new Packing(1, 2, 3, 3);

    private final Golden golden = Golden.read("transduction.txt");
    private final Parameters parameters = new Parameters(1, ScalarType.Double);
    private final TransductionBlock block =
            new TransductionBlock(parameters, new TransductionBlock.Shape(DIMENSION, 2, LONGEST, BUCKETS));

    @Test
    void wholeLayer_isWhatNumpyGives() {
        golden.fill(parameters);
        try (TensorScope scope = TensorScope.plain()) {
            Tensor y = block.apply(golden.tensor("x"), relations(PACKING), Dropout.NONE, 0.5);
            assertThat(Golden.doubles(y)).containsExactly(golden.values("y"), within(1e-12));
        }
    }

    /** A sequence of 70 tokens has windows of its own, of 128 places. */
    @Test
    void windowsOfSeveralWidths_giveEachSequenceWhatItHasAlone() {
        Parameters own = new Parameters(1, ScalarType.Double);
        TransductionBlock longer = new TransductionBlock(own, new TransductionBlock.Shape(DIMENSION, 2, 70, BUCKETS));
        double[] x = new double[(3 + 70) * DIMENSION];
        for (int at = 0; at < x.length; at++) {
            x[at] = Math.sin(at * at);
        }
        try (TensorScope scope = TensorScope.plain()) {
            Tensor all = Tensor.create(x, 73, DIMENSION);
            Tensor y = longer.apply(all, of(new Packing(3, 70), 0, 70), Dropout.NONE, 0);
            Tensor first = longer.apply(all.narrow(0, 0, 3), of(new Packing(3), 0, 70), Dropout.NONE, 0);
            Tensor second = longer.apply(all.narrow(0, 3, 70), of(new Packing(70), 3, 70), Dropout.NONE, 0);
            assertThat(Golden.doubles(y.narrow(0, 0, 3))).containsExactly(Golden.doubles(first), within(1e-12));
            assertThat(Golden.doubles(y.narrow(0, 3, 70))).containsExactly(Golden.doubles(second), within(1e-12));
        }
    }

    @Test
    void laterTokens_changeNothingBefore() {
        golden.fill(parameters);
        double[] changed = golden.values("x").clone();
        for (int at = changed.length - DIMENSION; at < changed.length; at++) {
            changed[at] *= 2; // the last token of the last sequence
        }
        try (TensorScope scope = TensorScope.plain()) {
            Tensor x = Tensor.create(changed, changed.length / DIMENSION, DIMENSION);
            double[] y = Golden.doubles(block.apply(x, relations(PACKING), Dropout.NONE, 0));
            double[] before = golden.values("y");
            for (int at = 0; at < y.length - DIMENSION; at++) {
                assertThat(y[at]).isCloseTo(before[at], within(1e-12));
            }
            assertThat(y[y.length - 1]).isNotCloseTo(before[y.length - 1], within(1e-3));
        }
    }

    /**
     * Every partial derivative of the sum of squares against (f(p + h) - f(p - h)) / 2h: what may not be seen adds
     * nothing.
     */
    @Test
    void gradients_areFiniteDifferences() {
        golden.fill(parameters);
        Dropout dropout = Dropout.withSeed(3);
        Tensor x = golden.tensor("x").set_requires_grad(true);
        try (TensorScope scope = TensorScope.recording()) {
            loss(x, dropout).backward();
        }
        List<Tensor> all = new ArrayList<>(parameters.all().values());
        all.add(x);
        int compared = 0;
        double h = 1e-6;
        for (Tensor tensor : all) {
            double[] gradient = Golden.doubles(tensor.grad());
            for (int at = 0; at < gradient.length; at++) {
                try (TensorScope scope = TensorScope.plain()) {
                    Tensor one = tensor.view(-1).narrow(0, at, 1);
                    one.add_(new Scalar(h));
                    double above = loss(x, dropout).item_double();
                    one.sub_(new Scalar(2 * h));
                    double below = loss(x, dropout).item_double();
                    one.add_(new Scalar(h));
                    double difference = (above - below) / (2 * h);
                    assertThat(gradient[at]).isCloseTo(difference, within(1e-5 * (1 + Math.abs(difference))));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(LONGEST + BUCKETS + 4 * 4 + 80 + 20 + 36);
    }

    private Tensor loss(Tensor x, Dropout dropout) {
        dropout.begin(0, 0);
        return block.apply(x, relations(PACKING), dropout, 0.3).square().sum();
    }

    private static Relations relations(Packing packing) {
        return of(packing, 0, LONGEST);
    }

    /** As if the packing began with row {@code first}. */
    private static Relations of(Packing packing, int first, int longest) {
        return new Relations(
                packing, longest, BUCKETS, (row, earlier) -> (2 * (first + row) + first + earlier) % BUCKETS);
    }
}
