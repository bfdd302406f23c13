package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorStrengthTest {
    /** Lifts drawn from Gamma(shape, shape) times the mean, and counts from Poisson(lift times expected). */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void shapeThatMadeTheCounts_isFoundAgain(int shape) {
        Random random = new Random(shape);
        PriorStrength strength = new PriorStrength();
        for (int pair = 0; pair < 5_000; pair++) {
            double mean = 0.5 + 3 * random.nextDouble();
            double expected = 8 * random.nextDouble();
            double gamma = 0;
            for (int part = 0; part < shape; part++) {
                gamma -= Math.log(1 - random.nextDouble()) / shape;
            }
            strength.add(poisson(mean * gamma * expected, random), expected, mean);
        }
        assertThat(strength.best()).isEqualTo(shape);
    }

    @Test
    void fewPairs_teachNothing() {
        PriorStrength strength = new PriorStrength();
        for (int pair = 0; pair < 19; pair++) {
            strength.add(5, 5, 1);
        }
        strength.add(5, 0, 1); // nobody could go on
        assertThat(strength.best()).isEqualTo(PriorStrength.DEFAULT);
        strength.add(5, 5, 1);
        assertThat(strength.best()).isGreaterThan(PriorStrength.DEFAULT);
    }

    private static int poisson(double mean, Random random) {
        double left = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > left; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
