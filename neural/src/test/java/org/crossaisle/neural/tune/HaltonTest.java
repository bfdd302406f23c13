package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HaltonTest {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

    /** The first p * p points have one in each of the p * p equal parts of the coordinate of base p. */
    @RepeatedTest(20)
    void everyCoordinate_fillsEachPartOnce(RepetitionInfo seed) {
        Halton points = new Halton(PRIMES.length, seed.getCurrentRepetition());
        for (int at = 0; at < PRIMES.length; at++) {
            int parts = PRIMES[at] * PRIMES[at];
            int coordinate = at;
            assertThat(IntStream.range(0, parts)
                            .map(index -> (int) (points.point(index)[coordinate] * parts))
                            .distinct()
                            .count())
                    .as("base %d", PRIMES[at])
                    .isEqualTo(parts);
        }
    }

    /**
     * Without permutations the first eleven points of bases 11 and 13 lie on a line; with them it is .25 on average.
     */
    @Test
    void coordinatesOfHigherBases_doNotRunAlongEachOther() {
        assertThat(IntStream.range(0, 100)
                        .mapToDouble(seed -> Math.abs(correlation(first(seed, 4), first(seed, 5))))
                        .average()
                        .orElseThrow())
                .isBetween(.15, .4);
    }

    private static double[] first(long seed, int coordinate) {
        Halton points = new Halton(PRIMES.length, seed);
        return IntStream.range(0, 11)
                .mapToDouble(index -> points.point(index)[coordinate])
                .toArray();
    }

    private static double correlation(double[] one, double[] other) {
        double meanOfOne = Arrays.stream(one).average().orElseThrow();
        double meanOfOther = Arrays.stream(other).average().orElseThrow();
        double covariance = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int at = 0; at < one.length; at++) {
            covariance += (one[at] - meanOfOne) * (other[at] - meanOfOther);
            ofOne += (one[at] - meanOfOne) * (one[at] - meanOfOne);
            ofOther += (other[at] - meanOfOther) * (other[at] - meanOfOther);
        }
        return covariance / Math.sqrt(ofOne * ofOther);
    }

    @Test
    void oneSeed_givesTheSamePoints_anotherOthers() {
        assertThat(new Halton(3, 1).point(5)).containsExactly(new Halton(3, 1).point(5));
        assertThat(new Halton(3, 2).point(5)).isNotEqualTo(new Halton(3, 1).point(5));
    }
}
