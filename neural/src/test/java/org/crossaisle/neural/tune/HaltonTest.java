package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Without permutations the first twelve points of bases 11 and 13 lie on a line: their correlation is above .9. */
    @RepeatedTest(20)
    void coordinatesOfHigherBases_doNotRunAlongEachOther(RepetitionInfo seed) {
        Halton points = new Halton(6, seed.getCurrentRepetition());
        double[] one = IntStream.range(0, 60)
                .mapToDouble(index -> points.point(index)[4])
                .toArray();
        double[] other = IntStream.range(0, 60)
                .mapToDouble(index -> points.point(index)[5])
                .toArray();
        assertThat(Math.abs(correlation(one, other))).isLessThan(.6);
    }

    private static double correlation(double[] one, double[] other) {
        double covariance = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int at = 0; at < one.length; at++) {
            covariance += (one[at] - .5) * (other[at] - .5);
            ofOne += (one[at] - .5) * (one[at] - .5);
            ofOther += (other[at] - .5) * (other[at] - .5);
        }
        return covariance / Math.sqrt(ofOne * ofOther);
    }

    @Test
    void oneSeed_givesTheSamePoints_anotherOthers() {
        assertThat(new Halton(3, 1).point(5)).containsExactly(new Halton(3, 1).point(5));
        assertThat(new Halton(3, 2).point(5)).isNotEqualTo(new Halton(3, 1).point(5));
    }
}
