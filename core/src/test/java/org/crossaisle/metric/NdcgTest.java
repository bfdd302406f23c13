package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NdcgTest extends MetricContract {
    @Override
    protected Metric metric() {
        return new Ndcg(10);
    }

    @Test
    void hit_gainsTheInverseLogarithmOfItsRank() {
        Ndcg ndcg = new Ndcg(10);
        assertThat(ndcg.atRank(1)).isEqualTo(1); // 1 / log2(2)
        assertThat(ndcg.atRank(3)).isCloseTo(0.5, within(1e-12)); // 1 / log2(4)
        assertThat(ndcg.atRank(7)).isCloseTo(1.0 / 3, within(1e-12)); // 1 / log2(8)
    }

    @Test
    void hitBelowTheCutoff_contributesNothing() {
        assertThat(new Ndcg(10).atRank(10)).isPositive();
        assertThat(new Ndcg(10).atRank(11)).isZero();
        assertThat(Ndcg.gain(15)).isCloseTo(0.25, within(1e-12)); // without a cutoff: 1 / log2(16)
    }

    @Test
    void name_hasTheCutoff() {
        assertThat(new Ndcg(5).name()).isEqualTo("ndcg@5");
    }

    @Test
    void cutoffBelowOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ndcg(0))
                .withMessage("cutoff is 0, must be at least 1");
    }
}
