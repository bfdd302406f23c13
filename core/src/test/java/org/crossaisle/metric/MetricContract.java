package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.crossaisle.evaluate.Fakes;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Metric} does, on answers of the items 0 to 6 of {@link Fakes#catalog()}. Extend it with your
 * metric.
 */
public abstract class MetricContract {
    /** The metric under test, for a catalog of seven items. */
    protected abstract Metric metric();

    private static RankedAnswer answer(int rank, int length) {
        return Fakes.answer(
                new int[] {0},
                4,
                rank,
                IntStream.range(0, length).map(at -> 6 - at).toArray());
    }

    @Test
    void name_isOneThatReportsCanHold() {
        assertThat(metric().name()).matches("[A-Za-z][A-Za-z0-9@.\\[\\]-]*");
    }

    @Test
    void value_isFiniteOrMissing_andTheSameEachTime() {
        for (int rank : new int[] {1, 2, 10, 11, 50, 51, 1_000}) {
            for (int length = 0; length <= 7; length++) {
                double value = metric().of(answer(rank, length));
                assertThat(Double.isInfinite(value))
                        .as("rank %d, length %d", rank, length)
                        .isFalse();
                assertThat(metric().of(answer(rank, length))).isEqualTo(Double.valueOf(value)); // NaN equals NaN
            }
        }
    }

    @Test
    void metricOfRanks_fallsFromOneToZero() {
        if (metric() instanceof RankMetric ofRanks) {
            assertThat(ofRanks.atRank(0)).isNaN();
            for (int rank = 1; rank < 100; rank++) {
                assertThat(ofRanks.atRank(rank)).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(ofRanks.atRank(rank + 1));
                assertThat(ofRanks.of(answer(rank, 3))).isEqualTo(ofRanks.atRank(rank));
            }
        }
    }
}
