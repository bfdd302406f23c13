package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationTest {
    private static final CoOccurrence OFTEN = new CoOccurrence(30, 15, 7);
    private static final CoOccurrence SELDOM = new CoOccurrence(5, 15, -4);
    private static final CoOccurrence BY_CHANCE = new CoOccurrence(14, 15, -0.3);
    private static final CoOccurrence FEW = new CoOccurrence(4, 1, 3);

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
