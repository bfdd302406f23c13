package org.crossaisle.evaluate.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.history.History;
import org.crossaisle.model.CalibratedModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    /** Twenty items, two in a bin: the first told 0 and .05, none came true; the last .9 and .95, one did. */
    @Test
    void bins_haveAsManyItems_theLeastProbableFirst() {
        double[][] told = new double[20][];
        for (int at = 0; at < 20; at++) {
            told[19 - at] = new double[] {at * 0.05, at == 19 || at == 4 ? 1 : 0};
        }
        Reliability reliability = Reliability.of(told);
        assertThat(reliability.bins()).hasSize(10);
        assertThat(reliability.bins().get(0).n()).isEqualTo(2);
        assertThat(reliability.bins().get(0).predicted()).isCloseTo(0.025, within(1e-9));
        assertThat(reliability.bins().get(0).observed()).isZero();
        assertThat(reliability.bins().get(2).observed()).isEqualTo(0.5);
        assertThat(reliability.bins().get(9).predicted()).isCloseTo(0.925, within(1e-9));
        assertThat(reliability.bins().get(9).observed()).isEqualTo(0.5);
    }

    /** Two bins of one: .2 told and nothing came, .7 told and it came: (.2 + .3) / 2. */
    @Test
    void error_isTheMeanDistance() {
        Reliability reliability = Reliability.of(new double[] {0.7, 1}, new double[] {0.2, 0});
        assertThat(reliability.error()).isCloseTo(0.25, within(1e-9));
        assertThat(Reliability.of().error()).isZero();
        assertThat(reliability.toText()).contains("items").contains("0.7000").contains("1.0000");
    }

    @Test
    void listedItems_areAskedFor() {
        CalibratedModel model = new CalibratedModel() {
            @Override
            public void interests(Query query, int[] items, float[] probabilities) {
                for (int at = 0; at < items.length; at++) {
                    probabilities[at] = items[at] / 10f;
                }
            }

            @Override
            public int items() {
                return 5;
            }

            @Override
            public void score(Query query, float[] scores) {
                throw new AssertionError("the list is there");
            }

            @Override
            public State state() {
                throw new AssertionError("nothing is kept");
            }
        };
        Target target = new Target(0, History.ofItems(1), 4, History.NO_TIME);
        Answer answer = new Answer(target, 1, new int[] {4, 2}, new int[0], List.<BitSet>of());
        Reliability reliability = Reliability.of(model, List.of(answer));
        assertThat(reliability.bins()).hasSize(2);
        assertThat(reliability.bins().get(0).predicted()).isCloseTo(0.2, within(1e-6));
        assertThat(reliability.bins().get(0).observed()).isZero();
        assertThat(reliability.bins().get(1).predicted()).isCloseTo(0.4, within(1e-6));
        assertThat(reliability.bins().get(1).observed()).isEqualTo(1);
    }
}
