package org.crossaisle.neural.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BestTest {
    @RepeatedTest(100)
    void best_areThoseOfSorting(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] values = new float[1 + random.nextInt(60)];
        for (int at = 0; at < values.length; at++) {
            values[at] = random.nextInt(12) - 6; // with ties, negative ones too
        }
        int count = 1 + random.nextInt(20);
        int[] expected = IntStream.range(0, values.length)
                .filter(place -> place % 3 != 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(place -> -values[place])
                        .thenComparingInt(place -> place))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(Best.of(values, count, place -> place % 3 != 0)).containsExactly(expected);
    }

    @Test
    void nothingAllowed_isNothing() {
        assertThat(Best.of(new float[] {1, 2}, 3, place -> false)).isEmpty();
    }
}
