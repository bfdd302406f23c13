package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    /*
     * quality .1 .3 .2 .3 .3 cost 1 5 5 5 6: the first is cheapest; the second and fourth are equal, so neither is
     * better than the other; the third costs as much and reaches less; the fifth reaches as much and costs more.
     */
    @Test
    void onTheFront_areThoseNoOtherIsBetterThan() {
        assertThat(ParetoFront.of(new double[] {.1, .3, .2, .3, .3}, new double[] {1, 5, 5, 5, 6}))
                .containsExactly(true, true, false, true, false);
    }

    @Test
    void ofOne_thatOneIsTheFront() {
        assertThat(ParetoFront.of(new double[] {0}, new double[] {9})).containsExactly(true);
        assertThat(ParetoFront.of(new double[0], new double[0])).isEmpty();
    }
}
