package org.crossaisle.neural.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class TokenFeaturesTest {
    private static final long DAY = 86_400;

    @Test
    void gaps_growByHalfDoublingsOfAMinute() {
        assertThat(TimeGaps.bucket(5, 5)).isEqualTo(1);
        assertThat(TimeGaps.bucket(0, 60)).isEqualTo(3); // 2 log2(1 + 1) = 2 after the first
        assertThat(TimeGaps.bucket(0, 180)).isEqualTo(5);
        assertThat(TimeGaps.bucket(0, DAY)).isEqualTo(21); // 2 log2 1441 = 20.99
        assertThat(TimeGaps.bucket(0, 2 * DAY)).isEqualTo(23);
        assertThat(TimeGaps.bucket(0, 3 * DAY)).isEqualTo(25);
        assertThat(TimeGaps.bucket(0, 3650 * DAY)).isEqualTo(45);
        assertThat(TimeGaps.bucket(0, Long.MAX_VALUE)).isEqualTo(TimeGaps.BUCKETS - 1);
    }

    @Test
    void gapsBackwards_areNone_andUnknownOnesAreTheirOwn() {
        assertThat(TimeGaps.bucket(10, 5)).isEqualTo(1);
        assertThat(TimeGaps.bucket(History.NO_TIME, 5)).isZero();
        assertThat(TimeGaps.bucket(5, History.NO_TIME)).isZero();
    }

    /** A history of 3 items on days 0, 1, 1, asked on day 4; another of one item at an unknown time. */
    @Test
    void tokens_tellTheTimesAroundThem_andTheAction() {
        Parameters parameters = new Parameters(1);
        TokenFeatures features =
                new TokenFeatures(parameters, new TokenFeatures.Settings(true, true), 1, ActionVocabulary.SHOP.size());
        parameters.all().forEach((name, table) -> {
            float[] values = new float[Math.toIntExact(table.numel())];
            float unit = name.equals("sinceLast") ? 1 : name.equals("untilNext") ? 100 : 10_000;
            for (int row = 0; row < values.length; row++) {
                values[row] = unit * row;
            }
            Values.fill(table, values);
        });
        byte view = Action.VIEW.code();
        byte purchase = Action.PURCHASE.code();
        Tokens tokens = Tokens.toAnswer(List.of(
                Behaviour.of(new int[] {7, 8, 9}, new byte[] {view, view, purchase}, new long[] {0, DAY, DAY, 4 * DAY}),
                Behaviour.of(new int[] {5}, new byte[] {view}, new long[] {History.NO_TIME, 4 * DAY})));
        try (TensorScope scope = TensorScope.plain()) {
            Tensor told = features.addTo(torch.zeros(4, 1), tokens);
            // the shorter history lies first: unknown, unknown, view
            // then: none before, a day to the next, view; a day since, none to the next, view; none since, 3 days,
            // purchase
            assertThat(Values.floats(told))
                    .containsExactly(
                            new float[] {10_000, 2100 + 10_000, 21 + 100 + 10_000, 1 + 2500 + 30_000}, within(0.01f));
        }
    }

    @Test
    void age_isToTheEndOfTheTrainingData_andNoneWhenAnswering() {
        Behaviour behaviour = Behaviour.of(new int[] {1, 2}, new byte[2], new long[] {0, DAY, 3 * DAY});
        Tokens learnt = Tokens.toLearn(List.of(behaviour), 10 * DAY);
        assertThat(learnt.age(0)).isEqualTo(9 * DAY);
        assertThat(learnt.age(1)).isEqualTo(7 * DAY);
        assertThat(Tokens.toAnswer(List.of(behaviour)).age(0)).isZero();
        Behaviour timeless = Behaviour.of(new int[] {1}, new byte[1], new long[] {0, History.NO_TIME});
        assertThat(Tokens.toLearn(List.of(timeless), 10 * DAY).age(0)).isZero();
    }
}
