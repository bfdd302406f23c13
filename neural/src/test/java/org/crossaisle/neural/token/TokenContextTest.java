package org.crossaisle.neural.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class TokenContextTest {
    private static final long DAY = 86_400;
    private static final int ACTIONS = ActionVocabulary.SHOP.size();

    /** One purchase; and a view, a purchase and a view at days 10, 20 and 30, the next on day 91. */
    private final List<Behaviour> behaviours = List.of(
            Behaviour.of(
                    new int[] {1, 2, 3},
                    new byte[] {Action.VIEW.code(), Action.PURCHASE.code(), Action.VIEW.code()},
                    new long[] {10 * DAY, 20 * DAY, 30 * DAY, 91 * DAY}),
            Behaviour.of(
                    new int[] {4}, new byte[] {Action.PURCHASE.code()}, new long[] {History.NO_TIME, History.NO_TIME}));

    @Test
    void actions_areSharesOfWhatWasDoneSoFar() {
        float[] all = TokenContext.of(Tokens.toLearn(behaviours, 100 * DAY), ACTIONS, true);
        assertThat(all).hasSize(4 * TokenContext.count(ACTIONS));
        float[][] purchases = {{0, 1}, {1, 0}, {0.5f, 0.5f}, {2 / 3f, 1 / 3f}}; // views, purchases
        for (int row = 0; row < purchases.length; row++) {
            float[] expected = new float[ACTIONS];
            expected[Action.VIEW.code()] = purchases[row][0];
            expected[Action.PURCHASE.code()] = purchases[row][1];
            int from = row * TokenContext.count(ACTIONS);
            assertThat(Arrays.copyOfRange(all, from, from + ACTIONS)).containsExactly(expected, within(1e-6f));
        }
    }

    /** What follows the three is on days 20, 30 and 91 of 100: they are 80, 70 and 9 days old. */
    @Test
    void countAndAge_areLogarithms_andTheirSquares() {
        float[] all = TokenContext.of(Tokens.toLearn(behaviours, 100 * DAY), ACTIONS, true);
        double[] counts = {1, 1, 2, 3};
        double[] ages = {0, 80, 70, 9};
        for (int row = 0; row < counts.length; row++) {
            double count = Math.log(counts[row]) / Math.log(50);
            double age = Math.log(1 + ages[row]) / Math.log(1000);
            float[] expected = {(float) count, (float) (count * count), (float) age, (float) (age * age)};
            int from = row * TokenContext.count(ACTIONS) + ACTIONS;
            assertThat(Arrays.copyOfRange(all, from, from + 4)).containsExactly(expected, within(1e-6f));
        }
    }

    @Test
    void answers_haveNoAge_norHasTrainingThatIsNotTold() {
        float[] answered = TokenContext.of(Tokens.toAnswer(behaviours), ACTIONS, true);
        float[] untold = TokenContext.of(Tokens.toLearn(behaviours, 100 * DAY), ACTIONS, false);
        float[] told = TokenContext.of(Tokens.toLearn(behaviours, 100 * DAY), ACTIONS, true);
        assertThat(answered).containsExactly(untold).isNotEqualTo(told);
        assertThat(answered[2 * TokenContext.count(ACTIONS) - 2]).isZero();
    }
}
