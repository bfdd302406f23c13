package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldoutScoreTest {
    @Test
    void whereEnoughIsFound_theFirstTenDecide() {
        HoldoutScore before = new HoldoutScore(0.06, 0.20, 21);
        assertThat(new HoldoutScore(0.07, 0.19, 19).isBetterThan(before)).isTrue();
        assertThat(new HoldoutScore(0.05, 0.21, 19).isBetterThan(before)).isFalse();
        assertThat(before.isBetterThan(before)).isFalse();
    }

    @Test
    void whereHardlyAnyIsFound_allRanksDecide() {
        HoldoutScore before = new HoldoutScore(0, 0.061, 0);
        assertThat(new HoldoutScore(0, 0.063, 0).isBetterThan(before)).isTrue();
        assertThat(new HoldoutScore(0.003, 0.060, 1).isBetterThan(before)).isFalse();
    }

    @Test
    void anyNumber_isBetterThanNone() {
        assertThat(new HoldoutScore(0, 0.05, 0).isBetterThan(HoldoutScore.NONE)).isTrue();
        assertThat(new HoldoutScore(Double.NaN, Double.NaN, 0).isNumber()).isFalse();
    }

    @Test
    void whatDecides_isTold() {
        assertThat(new HoldoutScore(0.06, 0.2, 20)).hasToString("NDCG@10 0.06000");
        assertThat(new HoldoutScore(0.003, 0.0612, 1)).hasToString("NDCG@10 0.00300 (1 found; by all ranks 0.06120)");
    }
}
