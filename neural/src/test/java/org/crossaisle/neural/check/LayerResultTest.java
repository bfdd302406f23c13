package org.crossaisle.neural.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LayerResultTest {
    /** |4.5 - 4| / (1 + 4) = .1 is more than |.05 - 0| / (1 + 0). */
    @Test
    void largestDeviation_isToldWithWhereItIs() {
        LayerResult result = LayerResult.of("layer", new double[] {0, 4, 1}, .05f, 4.5f, 1);
        assertThat(result.deviation()).isCloseTo(.1, within(1e-12));
        assertThat(result.expected()).isEqualTo(4);
        assertThat(result.found()).isEqualTo(4.5);
        assertThat(result.isRight()).isFalse();
    }

    @Test
    void deviationWithinTheTolerance_isRight() {
        assertThat(LayerResult.of("layer", new double[] {1}, 1 + 3.9e-5f).isRight())
                .isTrue();
        assertThat(LayerResult.of("layer", new double[] {1}, 1 + 4.2e-5f).isRight())
                .isFalse();
    }

    @Test
    void whatIsNotANumber_isWrongWhereverItStands() {
        LayerResult result = LayerResult.of("layer", new double[] {1, 1, 1}, 1, Float.NaN, 900);
        assertThat(result.deviation()).isInfinite();
        assertThat(result.found()).isNaN();
        assertThat(result.isRight()).isFalse();
        assertThat(LayerResult.of("layer", new double[] {1}, Float.POSITIVE_INFINITY)
                        .isRight())
                .isFalse();
    }

    @Test
    void otherCountOfNumbers_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerResult.of("layer", new double[] {1, 2}, 1))
                .withMessage("layer: 1 numbers, expected 2");
    }
}
