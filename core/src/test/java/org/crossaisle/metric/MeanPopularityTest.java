package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossaisle.evaluate.Fakes;
import org.junit.jupiter.api.Test;

class MeanPopularityTest extends MetricContract {
    private static final int[] COUNTS = {10, 4, 3, 2, 1, 0, 0};
    private static final int[] NOBODY = {};

    @Override
    protected Metric metric() {
        return new MeanPopularity(COUNTS, 10);
    }

    @Test
    void popularity_isTheMeanOfTrainingCounts() {
        assertThat(metric().of(Fakes.answer(NOBODY, 4, 9, 0, 1))).isEqualTo(7); // (10 + 4) / 2
        assertThat(metric().of(Fakes.answer(NOBODY, 4, 9))).isNaN();
        assertThat(new MeanPopularity(COUNTS, 1).of(Fakes.answer(NOBODY, 4, 9, 6, 0)))
                .isZero();
    }
}
