package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.crossaisle.evaluate.Fakes;
import org.junit.jupiter.api.Test;

class TailShareTest extends MetricContract {
    private static final int[] NOBODY = {};

    @Override
    protected Metric metric() {
        return new TailShare(new int[] {10, 4, 3, 2, 1, 0, 0}, 10);
    }

    @Test
    void head_isAsManyItemsAsMakeAFifth() {
        // 20 interactions, a fifth is 4: item 0 alone, with 10.
        assertThat(metric().of(Fakes.answer(NOBODY, 4, 9, 0, 1))).isEqualTo(0.5);
        // Ten interactions, a fifth is two, which item 6 alone has.
        Metric even = new TailShare(new int[] {1, 1, 1, 1, 1, 1, 4, 0}, 10);
        assertThat(even.of(Fakes.answer(NOBODY, 4, 9, 6))).isZero();
        assertThat(even.of(Fakes.answer(NOBODY, 4, 9, 0, 1))).isEqualTo(1);
        // Fourteen, a fifth is 2.8: items 0 and 1, since ties go by number.
        Metric flat = new TailShare(new int[] {2, 2, 2, 2, 2, 2, 2, 0}, 10);
        assertThat(flat.of(Fakes.answer(NOBODY, 4, 9, 0, 1, 2))).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(flat.of(Fakes.answer(NOBODY, 4, 9))).isNaN();
    }
}
