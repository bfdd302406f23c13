package org.crossaisle.evaluate.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void interval_isThatOfTheNormalDistributionForManyUsers() {
        // 2,000 users with one normal value each: the mean's deviation is s / sqrt(n), its 95 % interval 1.96 of it
        // wide.
        Random random = new Random(1);
        double[] values =
                random.doubles(2000).map(value -> 3 + random.nextGaussian()).toArray();
        double mean =
                IntStream.range(0, 2000).mapToDouble(at -> values[at]).average().orElseThrow();
        double variance = IntStream.range(0, 2000)
                .mapToDouble(at -> Math.pow(values[at] - mean, 2))
                .average()
                .orElseThrow();
        double half = 1.96 * Math.sqrt(variance / 2000);
        Bootstrap.Interval interval =
                Bootstrap.DEFAULT.of(IntStream.range(0, 2000).toArray(), values);
        assertThat(interval.low()).isCloseTo(mean - half, within(0.1 * half));
        assertThat(interval.high()).isCloseTo(mean + half, within(0.1 * half));
        assertThat(interval.pValue()).isZero();
    }

    @Test
    void targetsOfOneUser_areDrawnTogether() {
        // 50 users with 40 equal targets each are 50 independent values, not 2,000.
        Random random = new Random(2);
        int[] users = IntStream.range(0, 2000).map(at -> at / 40).toArray();
        double[] ofUser = random.doubles(50).toArray();
        double[] values =
                IntStream.range(0, 2000).mapToDouble(at -> ofUser[at / 40]).toArray();
        Bootstrap.Interval together = Bootstrap.DEFAULT.of(users, values);
        Bootstrap.Interval alone = Bootstrap.DEFAULT.of(IntStream.range(0, 50).toArray(), ofUser);
        assertThat(together.high() - together.low()).isCloseTo(alone.high() - alone.low(), within(1e-9));
    }

    @Test
    void differencesAroundZero_areATie() {
        Bootstrap.Interval interval = Bootstrap.DEFAULT.of(new int[] {0, 1, 2, 3}, new double[] {-1, 1, -1, 1});
        assertThat(interval.low()).isNegative();
        assertThat(interval.high()).isPositive();
        assertThat(interval.pValue()).isGreaterThan(0.5);
    }

    @Test
    void pValue_isTwiceTheRarerSideOfZero() {
        // Two users: both the first with 1/4, both the second with 1/4, one each with 1/2: means -1, 3 and 1.
        Bootstrap.Interval interval = Bootstrap.DEFAULT.of(new int[] {0, 1}, new double[] {-1, 3});
        assertThat(interval.low()).isEqualTo(-1);
        assertThat(interval.high()).isEqualTo(3);
        assertThat(interval.pValue()).isCloseTo(0.5, within(0.02));
        Bootstrap.Interval mirrored = Bootstrap.DEFAULT.of(new int[] {0, 1}, new double[] {1, -3});
        assertThat(mirrored.pValue()).isCloseTo(0.5, within(0.02));
        // One user: every mean is the same.
        assertThat(Bootstrap.DEFAULT.of(new int[] {7}, new double[] {0.5}))
                .isEqualTo(new Bootstrap.Interval(0.5, 0.5, 0));
        assertThat(Bootstrap.DEFAULT.of(new int[] {7}, new double[] {-0.5}))
                .isEqualTo(new Bootstrap.Interval(-0.5, -0.5, 0));
        assertThat(Bootstrap.DEFAULT.of(new int[] {7}, new double[] {0})).isEqualTo(new Bootstrap.Interval(0, 0, 1));
        assertThat(Bootstrap.DEFAULT.of(new int[0], new double[0]).low()).isNaN();
    }

    @Test
    void intervalThatTouchesZero_isATie() {
        assertThat(new Comparison("a", "b", "all", "ndcg@10", 0, 0, 0, 1, 1).isTie())
                .isTrue();
        assertThat(new Comparison("a", "b", "all", "ndcg@10", 0, 0, -1, 0, 1).isTie())
                .isTrue();
        assertThat(new Comparison("a", "b", "all", "ndcg@10", 0, 0, 0.1, 1, 1).isTie())
                .isFalse();
        assertThat(new Comparison("a", "b", "all", "ndcg@10", 0, 0, -1, -0.1, 1).isTie())
                .isFalse();
    }

    @Test
    void holm_multipliesTheSmallestByAllAndTheNextByTheRest() {
        // Ascending .01 .02 .04: times 3, 2, 1 = .03 .04 .04
        assertThat(Bootstrap.holm(0.04, 0.01, 0.02)).containsExactly(0.04, 0.03, 0.04);
        assertThat(Bootstrap.holm(0.6, 0.9)).containsExactly(1, 1);
    }

    @Test
    void change_isByTheOthersOfTheSameDraw() {
        // Two users: 1 against 2 is -50 %, 3 against 2 is +50 %; one each is 0 %.
        Bootstrap.Interval interval =
                Bootstrap.DEFAULT.ofChange(new int[] {0, 1}, new double[] {1, 3}, new double[] {2, 2});
        assertThat(interval.low()).isEqualTo(-0.5);
        assertThat(interval.high()).isEqualTo(0.5);
        // A user with ten times the base has ten times the say: (1 - 2 + 30 - 20) / 22 lies between.
        Bootstrap.Interval heavy =
                Bootstrap.DEFAULT.ofChange(new int[] {0, 1}, new double[] {1, 30}, new double[] {2, 20});
        assertThat(heavy.pValue()).isCloseTo(0.5, within(0.02)); // below 0 only where the first is drawn twice
        assertThat(Bootstrap.DEFAULT
                        .ofChange(new int[] {0}, new double[] {1}, new double[] {0})
                        .low())
                .isNaN();
    }
}
