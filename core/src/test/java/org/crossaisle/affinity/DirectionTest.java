package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DirectionTest {
    /** Of 9 coins 8 or 9 fall one way in 9 + 1 of 512 cases; twice that is 20 / 512. */
    @Test
    void eightAgainstOne_workedByHand() {
        assertThat(new Direction(8, 1, 0).p()).isCloseTo(20 / 512.0, within(1e-12));
        assertThat(new Direction(1, 8, 0).p()).isCloseTo(20 / 512.0, within(1e-12));
    }

    @Test
    void ties_areLeftOut() {
        assertThat(new Direction(8, 1, 500).p()).isCloseTo(20 / 512.0, within(1e-12));
        assertThat(new Direction(8, 1, 500).both()).isEqualTo(509);
    }

    @Test
    void equalCountsOrNone_haveNoDirection() {
        assertThat(new Direction(3, 3, 0).p()).isEqualTo(1);
        assertThat(new Direction(0, 0, 7).p()).isEqualTo(1);
        assertThat(new Direction(1_000_000, 1_000_000, 0).p()).isEqualTo(1);
    }

    /** The normal law with correction for continuity: z = (5199.5 - 5000) / 50 = 3.99, p = .0000660769. */
    @Test
    void manyCustomers_areAsTheNormalLawSays() {
        assertThat(new Direction(5_200, 4_800, 0).p()).isCloseTo(6.60769e-5, within(1e-6));
        assertThat(new Direction(1_000_000, 0, 0).p()).isZero();
    }

    @Test
    void negativeCount_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Direction(1, -1, 0))
                .withMessage("backward is -1, must be at least 0");
    }
}
