package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChiSquareTest {
    /** Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.8. */
    @Test
    void tail_isThatOfTheTable() {
        assertThat(ChiSquare.tail(3.84146, 1)).isCloseTo(0.05, within(1e-6));
        assertThat(ChiSquare.tail(6.63490, 1)).isCloseTo(0.01, within(1e-6));
        assertThat(ChiSquare.tail(19.6751, 11)).isCloseTo(0.05, within(1e-6));
        assertThat(ChiSquare.tail(24.7250, 11)).isCloseTo(0.01, within(1e-6));
        assertThat(ChiSquare.tail(4.57481, 11)).isCloseTo(0.95, within(1e-6));
    }

    /** With two degrees of freedom it is exp(-x / 2). */
    @Test
    void twoDegrees_areExponential() {
        for (double x : new double[] {0, 0.01, 1, 2, 7, 100, 700}) {
            assertThat(ChiSquare.tail(x, 2)).isCloseTo(Math.exp(-x / 2), within(1e-12 * Math.exp(-x / 2) + 1e-15));
        }
    }

    @Test
    void logGamma_isThatOfFactorialsAndOfHalves() {
        assertThat(LogGamma.of(5)).isCloseTo(Math.log(24), within(1e-12));
        assertThat(LogGamma.of(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-12));
        assertThat(LogGamma.of(0.25)).isCloseTo(1.2880225246980774, within(1e-12));
        assertThat(LogGamma.of(1e6 + 1) - LogGamma.of(1e6)).isCloseTo(Math.log(1e6), within(1e-8));
    }
}
