package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RecallTest extends MetricContract {
    @Override
    protected Metric metric() {
        return new Recall(10);
    }

    @Test
    void hit_isWorthOneWithinTheCutoffAndNothingBelow() {
        assertThat(new Recall(10).atRank(1)).isEqualTo(1);
        assertThat(new Recall(10).atRank(10)).isEqualTo(1);
        assertThat(new Recall(10).atRank(11)).isZero();
    }

    @Test
    void name_hasTheCutoff() {
        assertThat(new Recall(5).name()).isEqualTo("recall@5");
    }

    @Test
    void cutoffBelowOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recall(0))
                .withMessage("cutoff is 0, must be at least 1");
    }
}
