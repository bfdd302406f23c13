package org.crossaisle.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EaseTest extends ModelContract {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);

    @Override
    protected Trainer trainer() {
        return new Ease(30, 5, 0.7, 1000);
    }

    /**
     * Two items of 2 users each, one of them the same; item 2 is unknown. With lambda 1, G = [3 1; 1 3] and
     * P = 1/8 [3 -1; -1 3], so w(0, 1) = -(-1/8) / (3/8) = 1/3.
     */
    @Test
    void twoItems_predictEachOtherByTheInverse() {
        Dataset data = Shops.ofItems(3, new int[] {0, 1}, new int[] {0}, new int[] {1});
        AdditiveModel model = (AdditiveModel) new Ease(10, 1, 0.5, 10).fit(data, RUN);
        assertThat(model.weight(0, 1)).isCloseTo(1f / 3, within(1e-6f));
        assertThat(model.weight(1, 0)).isCloseTo(1f / 3, within(1e-6f));
        assertThat(model.weight(0, 0)).isZero();
        assertThat(model.weight(0, 2)).isZero();
        assertThat(model.users(0, 1)).isEqualTo(1);
        float[] scores = Shops.scores(model, 0, 1);
        assertThat(scores[1]).isCloseTo(0.5f / 3, within(1e-6f));
        assertThat(scores[2]).isNegative();
    }

    /**
     * The definition rather than the formula: column j of B is the ridge regression of item j on all others, so its
     * residual is orthogonal to each of them up to lambda times the weight: X_i . (x_j - X b) = lambda b_ij for i != j.
     */
    @RepeatedTest(20)
    void weights_solveTheRegressionOfEachItemOnAllOthers(RepetitionInfo repetition) {
        int items = 20;
        Dataset data = Shops.random(repetition.getCurrentRepetition(), 40, items);
        AdditiveModel model = (AdditiveModel) new Ease(items, 2, 0.7, items).fit(data, RUN);
        double[][] x = matrix(data); // [users, items]
        BitSet known = new BitSet();
        for (int item = 0; item < items; item++) {
            for (double[] row : x) {
                known.set(item, known.get(item) || row[item] > 0);
            }
        }
        for (int target = known.nextSetBit(0); target >= 0; target = known.nextSetBit(target + 1)) {
            double[] gradient = new double[items];
            for (double[] row : x) {
                double residual = row[target];
                for (int item = 0; item < items; item++) {
                    residual -= row[item] * model.weight(item, target);
                }
                for (int item = 0; item < items; item++) {
                    gradient[item] += row[item] * residual;
                }
            }
            for (int item = known.nextSetBit(0); item >= 0; item = known.nextSetBit(item + 1)) {
                if (item != target) {
                    assertThat(gradient[item]).isCloseTo(2 * model.weight(item, target), within(1e-4));
                }
            }
        }
    }

    private static double[][] matrix(Dataset data) {
        double[][] x = new double[data.users()][data.catalog().size()];
        for (int user = 0; user < x.length; user++) {
            History history = data.history(user);
            for (int at = 0; at < history.size(); at++) {
                if (history.action(at).showsInterest()) {
                    x[user][history.item(at)] = 1;
                }
            }
        }
        return x;
    }

    @Test
    void moreKnownItemsThanSet_areTooManyAndBothNumbersAreTold() {
        Dataset data = Shops.ofItems(5, new int[] {0, 1, 4});
        assertThatThrownBy(() -> new Ease(10, 1, 0.5, 2).fit(data, RUN))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TOO_LARGE))
                .hasMessageContaining("3 known items, but maximumItems is 2; raise it");
        assertThat(new Ease(10, 1, 0.5, 2).feasibility(data).refusal().orElseThrow())
                .contains("3 known items, but maximumItems is 2; raise it");
        assertThatCode(() -> new Ease(10, 1, 0.5, 3).fit(data, RUN)).doesNotThrowAnyException();
        assertThat(new Ease(10, 1, 0.5, 3).feasibility(data)).isEqualTo(Feasibility.WHOLE);
    }

    @Test
    void matrixBeyondTheHeap_isRefusedBeforeItIsMade() {
        assertThat(Ease.heapRefusal(100_000, 39_999_999_999L).orElseThrow())
                .contains("needs 40000000000 bytes of heap, but 39999999999 are free");
        assertThat(Ease.heapRefusal(100_000, 40_000_000_000L)).isEmpty();
    }

    @Test
    void withoutALibraryThatInverts_itIsUnsupported() {
        assertThatThrownBy(() -> Ease.inverse(ClassLoader.getPlatformClassLoader()))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.UNSUPPORTED))
                .hasMessageContaining("crossaisle-neural");
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(0, 1, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(1, 0, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(1, 1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(1, 1, 0.5, 0));
    }
}
