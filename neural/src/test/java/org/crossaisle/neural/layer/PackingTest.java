package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PackingTest {
    private final Packing packing = new Packing(3, 1, 3, 2); // packed: the second, the fourth, the first, the third

    @Test
    void sequences_lieShortestFirst() {
        assertThat(packing.rows()).isEqualTo(9);
        assertThat(packing.order()).containsExactly(1, 3, 0, 2);
        assertThat(packing.pack(new int[][] {{1, 2, 3}, {4}, {5, 6, 7}, {8, 9}}))
                .containsExactly(4, 8, 9, 1, 2, 3, 5, 6, 7);
    }

    @Test
    void lastRows_comeInTheOrderOfTheSequences() {
        assertThat(packing.lastRows()).containsExactly(5, 0, 8, 2);
    }

    @Test
    void places_areCountedFromEitherEnd() {
        assertThat(packing.fromStart()).containsExactly(0, 0, 1, 0, 1, 2, 0, 1, 2);
        assertThat(packing.fromEnd()).containsExactly(0, 1, 0, 2, 1, 0, 2, 1, 0);
    }

    /**
     * Rows are 0 | 1 2 | 3 4 5 | 6 7 8; the longest first, so time 0 has rows 6, 3, 1, 0, time 1 has 7, 4, 2, time 2 8,
     * 5.
     */
    @Test
    void recurrentCells_readTimeByTimeTheLongestFirst() {
        assertThat(packing.stepByStep()).containsExactly(6, 3, 1, 0, 7, 4, 2, 8, 5);
        assertThat(packing.running()).containsExactly(4, 3, 2);
    }

    @Test
    void emptySequence_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Packing(2, 0)).withMessageContaining("length 0");
    }
}
