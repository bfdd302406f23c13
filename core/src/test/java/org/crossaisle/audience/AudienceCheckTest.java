package org.crossaisle.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AudienceCheckTest {
    /** 40 customers, told 1.00, .99, ...; those at places 0, 1, 5 and 39 came; the most active are the last ones. */
    private static AudienceCheck check(int size) {
        double[] told = new double[40];
        double[] activity = new double[40];
        boolean[] came = new boolean[40];
        for (int at = 0; at < 40; at++) {
            told[at] = 1 - at / 100.0;
            activity[at] = at;
        }
        for (int at : new int[] {0, 1, 5, 39}) {
            came[at] = true;
        }
        return AudienceCheck.of(told, activity, came, size, 1);
    }

    @Test
    void counts_areWorkedOutByHand() {
        AudienceCheck check = check(10);
        assertThat(check.eligible()).isEqualTo(40);
        assertThat(check.came()).isEqualTo(4);
        assertThat(check.found()).isEqualTo(new AudienceCheck.Size(10, 3, 1));
        assertThat(check.mostActive()).isEqualTo(new AudienceCheck.Size(10, 1, 1));
        // The likeliest 5 % are two, and both came: 1 / (4 / 40).
        assertThat(check.lift().value()).isCloseTo(10, within(1e-12));
        assertThat(check.lift().low()).isLessThan(10);
        assertThat(check.lift().high()).isGreaterThan(10);
    }

    @Test
    void gains_growToAll() {
        AudienceCheck check = check(10);
        assertThat(check.gains()).hasSize(10);
        // A tenth is 4 customers: places 0 and 1 came, of 4; at random .4 would have.
        assertThat(check.gains().get(0)).isEqualTo(new AudienceCheck.Gain(0.1, 0.5, 0.25, 2 - 0.4));
        assertThat(check.gains().get(9)).isEqualTo(new AudienceCheck.Gain(1, 1, 1, 0));
    }

    @Test
    void sizeBeyondAll_isAll_andNobodyWhoCame_hasNoLift() {
        assertThat(check(100).found()).isEqualTo(new AudienceCheck.Size(40, 4, 4));
        AudienceCheck nobody = AudienceCheck.of(new double[3], new double[3], new boolean[3], 1, 1);
        assertThat(nobody.lift().value()).isNaN();
    }
}
