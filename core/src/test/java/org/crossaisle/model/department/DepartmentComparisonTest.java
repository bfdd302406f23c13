package org.crossaisle.model.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class DepartmentComparisonTest {
    private static List<Target> ofUsers(int... users) {
        List<Target> targets = new ArrayList<>();
        for (int user : users) {
            targets.add(new Target(user, History.EMPTY, 0, History.NO_TIME));
        }
        return targets;
    }

    /**
     * Differences -1, -1, -1/2, -1/2, mean -3/4; sums of what is left over users -1/2, 1/4, 1/4, whose squares are 3/8.
     * Three users make 3/8 * 3/2 = 9/16 of it, the root of which over four targets is 3/16.
     */
    @Test
    void interval_isThatOfSumsOverUsers() {
        DepartmentComparison verdict = DepartmentComparison.of(
                "A", ofUsers(7, 7, 2, 9), new double[] {0, 0, 0, 0.25}, new double[] {1, 1, 0.5, 0.75});
        assertThat(verdict.targets()).isEqualTo(4);
        assertThat(verdict.together()).isEqualTo(0.0625);
        assertThat(verdict.alone()).isEqualTo(0.8125);
        assertThat(verdict.low()).isCloseTo(-0.75 - 1.96 * 0.1875, within(1e-9));
        assertThat(verdict.high()).isCloseTo(-0.75 + 1.96 * 0.1875, within(1e-9));
        assertThat(verdict.fallsBack()).isTrue();
        assertThat(verdict)
                .hasToString("A: NDCG@10 on 4 targets among its items 0.0625 together, 0.8125 alone, difference -0.7500"
                        + " [-1.1175, -0.3825]: ranked by a model of its own");
    }

    @Test
    void oneUser_provesNothing() {
        DepartmentComparison verdict =
                DepartmentComparison.of("A", ofUsers(1, 1), new double[] {0, 0}, new double[] {1, 1});
        assertThat(verdict.fallsBack()).isFalse();
        assertThat(verdict.toString()).endsWith("together");
    }

    @Test
    void differenceThatMayBeNone_leavesTheDepartmentTogether() {
        DepartmentComparison verdict =
                DepartmentComparison.of("A", ofUsers(1, 2, 3), new double[] {0, 0, 1}, new double[] {1, 0.5, 0.6});
        assertThat(verdict.together()).isLessThan(verdict.alone());
        assertThat(verdict.fallsBack()).isFalse();
    }
}
