package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LagTest {
    private static final int DAY = 86_400;

    /**
     * Of 1, 2, 3, 4, 10 days the quartiles are the second, third and fourth; of 1, 2, 3, 4 they are 1.75, 2.5 and 3.25.
     */
    @Test
    void quartiles_workedByHand() {
        assertThat(Lag.ofSeconds(new int[] {10 * DAY, DAY, 3 * DAY, 2 * DAY, 4 * DAY}))
                .isEqualTo(new Lag(2, 3, 4));
        assertThat(Lag.ofSeconds(new int[] {4 * DAY, DAY, 3 * DAY, 2 * DAY})).isEqualTo(new Lag(1.75, 2.5, 3.25));
        assertThat(Lag.ofSeconds(new int[] {DAY})).isEqualTo(new Lag(1, 1, 1));
    }

    /** 100,000 lags of 0 to 99,999 days in order: what is kept must come from all of them. */
    @Test
    void sampleOfManyLags_hasTheirQuartiles() {
        LagSample sample = new LagSample();
        SplittableRandom random = new SplittableRandom(7);
        for (int second = 0; second < 100_000; second++) {
            sample.add(second, random);
        }
        assertThat(sample.lag().lowerQuartileDays() * DAY).isBetween(21_000.0, 29_000.0);
        assertThat(sample.lag().medianDays() * DAY).isBetween(45_000.0, 55_000.0);
        assertThat(sample.lag().upperQuartileDays() * DAY).isBetween(71_000.0, 79_000.0);
    }
}
