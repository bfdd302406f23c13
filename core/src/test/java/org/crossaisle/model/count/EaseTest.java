package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.Test;

class EaseTest extends ModelContract {
    @Override
    protected Trainer trainer() {
        return new Ease(10, 0.7, 100);
    }

    /**
     * Users {0, 1}, {0, 1}, {0}; lambda 1; item 2 has nobody. X'X + I = [[4, 2], [2, 3]], its inverse P = [[3, -2], [-2, 4]] / 8.
     * B(0, 1) = -P(0, 1) / P(1, 1) = (2/8) / (4/8) = 1/2; B(1, 0) = (2/8) / (3/8) = 2/3; the diagonal is 0.
     */
    @Test
    void threeUsersWorkedByHand_giveTheWeightsOfTheEquation() {
        Dataset data = Shops.ofItems(3, new int[] {0, 1}, new int[] {0, 1}, new int[] {0});
        Model model = new Ease(1, 0.5, 100).fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(model, 0)[1]).isCloseTo(0.5f, within(1e-6f));
        assertThat(Shops.scores(model, 0)[0]).isCloseTo(0f, within(1e-6f));
        assertThat(Shops.scores(model, 1)[0]).isCloseTo(2 / 3f, within(1e-6f));
        // Item 1 is the latest (weight 1), item 0 the one before (recency 1/2): 0 gets 2/3, 1 gets 1/2 * 1/2.
        float[] both = Shops.scores(model, 0, 1);
        assertThat(both[0]).isCloseTo(2 / 3f, within(1e-6f));
        assertThat(both[1]).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void moreItemsThanAllowed_areRefusedWithBothNumbers() {
        Dataset data = Shops.random(1, 60, 40);
        assertThatThrownBy(() -> new Ease(1, 0.5, 10).fit(data, TrainingRun.withSeed(1)))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TOO_LARGE))
                .hasMessageContaining("maximumItems is 10");
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(0, 0.5, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(1, 1.5, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ease(1, 0.5, 0));
    }
}
