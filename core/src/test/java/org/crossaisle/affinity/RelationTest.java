package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationTest {
    private static final Together OFTEN = new Together(30, 15, 7);
    private static final Together SELDOM = new Together(5, 15, -4);
    private static final Together BY_CHANCE = new Together(14, 15, -0.3);
    private static final Together FEW = new Together(4, 1, 3);

    @Test
    void purchasesDecide_andViewsMustBeSureToo() {
        assertThat(Relation.of(OFTEN, OFTEN)).isEqualTo(Relation.COMPLEMENT);
        assertThat(Relation.of(SELDOM, OFTEN)).isEqualTo(Relation.SUBSTITUTE);
        assertThat(Relation.of(BY_CHANCE, OFTEN)).isEqualTo(Relation.UNKNOWN);
        assertThat(Relation.of(SELDOM, BY_CHANCE)).isEqualTo(Relation.UNKNOWN);
        assertThat(Relation.of(FEW, BY_CHANCE)).isEqualTo(Relation.UNKNOWN);
        assertThat(Relation.of(SELDOM, FEW)).isEqualTo(Relation.UNKNOWN);
    }
}
