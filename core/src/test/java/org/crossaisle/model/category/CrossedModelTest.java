package org.crossaisle.model.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.Shops;
import org.junit.jupiter.api.Test;

class CrossedModelTest {
    private static BitSet of(int... categories) {
        BitSet set = new BitSet();
        for (int category : categories) {
            set.set(category);
        }
        return set;
    }

    @Test
    void moves_areWorkedOutFromProbabilities() {
        // Four categories, the first is known. g = .5; of the new ones .3 / .5, .15 / .5, .05 / .5, of which there are
        // three.
        float[] moves =
                CrossedModel.moves(new float[] {0.5f, 0.3f, 0.15f, 0.05f}, of(0), new CrossedModel.Pull(0.2, 2));
        assertThat(moves[0]).isCloseTo((float) (0.2 * Math.log(4 * 0.5)), within(1e-5f));
        assertThat(moves[1]).isCloseTo((float) (0.2 * Math.log(4 * 0.3) + 2 * 0.5 * Math.log(3 * 0.6)), within(1e-5f));
        assertThat(moves[3]).isCloseTo((float) (0.2 * Math.log(4 * 0.05) + 2 * 0.5 * Math.log(3 * 0.1)), within(1e-5f));
    }

    @Test
    void evenProbabilities_moveNothing() {
        assertThat(CrossedModel.moves(new float[] {0.25f, 0.25f, 0.25f, 0.25f}, of(2), new CrossedModel.Pull(1, 3)))
                .containsExactly(new float[4], within(1e-5f));
    }

    @Test
    void userWhoKnowsEverything_isMovedByTheCategoryOnly() {
        assertThat(CrossedModel.moves(new float[] {0.9f, 0.1f}, of(0, 1), new CrossedModel.Pull(1, 3)))
                .containsExactly(new float[] {(float) Math.log(1.8), (float) Math.log(0.2)}, within(1e-5f));
    }

    @Test
    void itemWithoutACategory_staysWhereItWas() {
        // Items 0 to 6 lie in A>0, B>1, C>2, A>3, B>4, C>0 and nowhere.
        CategoryNumbers categoryNumbers =
                new CategoryNumbers(Shops.catalog(7), new CategoryLevel(Shops.catalog(7), 0, of(0, 1, 2), 1));
        float[] scores = new float[7];
        CrossedModel.move(scores, categoryNumbers, new float[] {1, 2, 3}, 0.5);
        assertThat(scores).containsExactly(0.5f, 1, 1.5f, 0.5f, 1, 1.5f, 0);
    }

    @Test
    void marginal_isTheShareOfEachCategoryInTheSoftmax() {
        CategoryNumbers categoryNumbers =
                new CategoryNumbers(Shops.catalog(7), new CategoryLevel(Shops.catalog(7), 0, of(0, 1, 2), 1));
        float[] scores = {0, 0, 0, 0, 0, 0, (float) Math.log(4)};
        // Six items of weight 1, one without a category of weight 2 at temperature 2: each department has 2 of 8.
        float[] marginal = NextCategory.marginal(scores, categoryNumbers, 2);
        assertThat(marginal).containsExactly(new float[] {log(0.25), log(0.25), log(0.25)}, within(1e-5f));
    }

    private static float log(double value) {
        return (float) Math.log(value);
    }
}
