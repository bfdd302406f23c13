package org.crossaisle.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitTest {
    @Test
    void oneRate_isFoundAsItsLogarithmOfOdds() {
        double[][] examples = new double[400][];
        boolean[] came = new boolean[400];
        for (int at = 0; at < 400; at++) {
            examples[at] = new double[] {1};
            came[at] = at < 100;
        }
        double[] learnt = Logit.learn(examples, came);
        assertThat(learnt[0]).isCloseTo(Math.log(100.0 / 300), within(2e-3)); // the ridge draws it a little to 0
        assertThat(Logit.probability(learnt, 1)).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void weightsThatMadeTheData_areFoundAgain() {
        double[] weights = {-2, 1.2, -0.7};
        Random random = new Random(3);
        double[][] examples = new double[30_000][];
        boolean[] came = new boolean[examples.length];
        for (int at = 0; at < came.length; at++) {
            examples[at] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            came[at] = random.nextDouble() < Logit.probability(weights, examples[at]);
        }
        assertThat(Logit.learn(examples, came)).containsExactly(weights, within(0.06));
    }

    @Test
    void whatIsToldApartWithoutError_hasFiniteWeights() {
        double[] learnt = Logit.learn(new double[][] {{1, -1}, {1, -2}, {1, 1}, {1, 2}}, false, false, true, true);
        assertThat(learnt[1]).isPositive().isFinite();
    }
}
