package org.crossaisle.recommend.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.Partition;
import org.junit.jupiter.api.Test;

class PlacePlanTest {
    /** Scores 6 to 1; those of items 0, 4 and 5 match. */
    private static CandidatePool pool() {
        List<Candidate> all = IntStream.range(0, 6)
                .mapToObj(item -> new Candidate(item, 6 - item))
                .toList();
        return CandidatePool.of(
                new Partition(List.of(all.get(0), all.get(4), all.get(5)), List.of(all.get(1), all.get(2), all.get(3))),
                item -> Double.NaN);
    }

    private static List<Integer> matching(PlacePlan plan) {
        return IntStream.range(0, plan.size())
                .filter(plan::isForMatching)
                .boxed()
                .toList();
    }

    @Test
    void byValue_takesTheBestOfEitherKind_inTheOrderOfTheirValues() {
        assertThat(matching(PlacePlan.byValue(pool(), 4, 2))).containsExactly(0, 3); // items 0, 1, 2, 4
        assertThat(matching(PlacePlan.byValue(pool(), 4, 1))).containsExactly(0); // items 0, 1, 2, 3
        assertThat(matching(PlacePlan.byValue(pool(), 4, 0))).containsExactly(0); // there are three others only
        assertThat(matching(PlacePlan.byValue(pool(), 3, 0))).isEmpty();
    }

    @Test
    void byValue_whereOneKindRunsOut_leavesItsPlacesToTheOther() {
        assertThat(matching(PlacePlan.byValue(pool(), 5, 5))).containsExactly(0, 3, 4); // two others fill up
        assertThat(PlacePlan.byValue(pool(), 9, 1).size()).isEqualTo(6);
        assertThat(matching(PlacePlan.byValue(pool(), 9, 1))).containsExactly(0, 4, 5);
    }

    @Test
    void spread_putsThemEvenly() {
        assertThat(matching(PlacePlan.spread(pool(), 4, 2))).containsExactly(0, 2);
    }
}
