package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReciprocalRankTest extends MetricContract {
    @Override
    protected Metric metric() {
        return new ReciprocalRank(10);
    }

    @Test
    void hit_isWorthOneByItsRankWithinTheCutoff() {
        ReciprocalRank metric = new ReciprocalRank(5);
        assertThat(metric.atRank(4)).isEqualTo(0.25);
        assertThat(metric.atRank(5)).isEqualTo(0.2);
        assertThat(metric.atRank(6)).isZero();
    }

    @Test
    void name_hasTheCutoff() {
        assertThat(new ReciprocalRank(5).name()).isEqualTo("mrr@5");
    }

    @Test
    void cutoffBelowOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReciprocalRank(0))
                .withMessage("cutoff is 0, must be at least 1");
    }
}
