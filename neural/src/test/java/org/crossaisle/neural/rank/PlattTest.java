package org.crossaisle.neural.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattTest {
    @Test
    void scoresThatAreLogOdds_areLeftAboutAsTheyAre() {
        Random random = new Random(1);
        int size = 200_000;
        float[] scores = new float[size];
        boolean[] taken = new boolean[size];
        for (int at = 0; at < size; at++) {
            scores[at] = (float) random.nextGaussian();
            taken[at] = random.nextDouble() < 1 / (1 + Math.exp(3 - 2 * scores[at]));
        }
        Platt platt = Platt.of(scores, taken);
        assertThat(platt.slope()).isCloseTo(2, within(0.05));
        assertThat(platt.offset()).isCloseTo(-3, within(0.05));
        assertThat(platt.probability(1.5)).isCloseTo(0.5, within(0.02));
    }

    /** Where all scores are alike, the probability is the smoothed share: (1 * 2/3 + 3 * 1/5) / 4. */
    @Test
    void scoresThatAreAllAlike_giveTheShare() {
        Platt platt = Platt.of(new float[] {1, 1, 1, 1}, new boolean[] {true, false, false, false});
        assertThat(platt.probability(1)).isCloseTo((2 / 3.0 + 3 / 5.0) / 4, within(1e-6));
    }

    @Test
    void scoresThatSeparate_giveFiniteNumbers() {
        Platt platt = Platt.of(new float[] {-1, -2, 3, 4}, new boolean[] {false, false, true, true});
        assertThat(platt.slope()).isFinite().isPositive();
        assertThat(platt.probability(4)).isBetween(0.6, 0.99);
    }
}
