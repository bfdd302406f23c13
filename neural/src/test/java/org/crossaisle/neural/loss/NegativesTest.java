package org.crossaisle.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NegativesTest {
    private static final int[] COUNTS = {0, 3, 1, 0};
    private static final int DRAWS = 200_000;

    @Test
    void evenOnes_areDrawnAlike() {
        Negatives negatives = new Negatives(COUNTS, 0);
        double[] shares = shares(negatives);
        assertThat(negatives.isEven()).isTrue();
        for (int item = 0; item < COUNTS.length; item++) {
            assertThat(shares[item]).isCloseTo(0.25, within(0.005));
            assertThat(negatives.logShare(item)).isCloseTo((float) Math.log(0.25), within(1e-6f));
        }
    }

    /** Half by count, half evenly: 1/8, 1/2 (3/4 + 1/4), 1/2 (1/4 + 1/4), 1/8. */
    @Test
    void mixedOnes_areDrawnByTheSharesTheyTell() {
        Negatives negatives = new Negatives(COUNTS, 0.5);
        double[] shares = shares(negatives);
        double[] expected = {0.125, 0.5, 0.25, 0.125};
        assertThat(negatives.isEven()).isFalse();
        for (int item = 0; item < COUNTS.length; item++) {
            assertThat(shares[item]).isCloseTo(expected[item], within(0.005));
            assertThat(negatives.logShare(item)).isCloseTo((float) Math.log(expected[item]), within(1e-6f));
        }
    }

    @Test
    void allByCount_leaveOutWhatIsNeverTaken() {
        double[] shares = shares(new Negatives(COUNTS, 1));
        assertThat(shares[0]).isZero();
        assertThat(shares[1]).isCloseTo(0.75, within(0.005));
        assertThat(shares[3]).isZero();
    }

    private static double[] shares(Negatives negatives) {
        double[] shares = new double[COUNTS.length];
        for (int item : negatives.draw(DRAWS, new SplittableRandom(3))) {
            shares[item] += 1.0 / DRAWS;
        }
        return shares;
    }
}
