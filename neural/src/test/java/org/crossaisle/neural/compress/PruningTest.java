package org.crossaisle.neural.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PruningTest {
    /** Of 6 weights a third goes: .1 and the first of the two that are .2 from 0. */
    @Test
    void nearestToZero_go_whateverLayerTheyAreIn() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        weights.put("a", new float[] {0.3f, -0.2f, 0.1f});
        weights.put("b", new float[] {-0.9f, 0.2f, 0.5f});
        Map<String, float[]> kept = Pruning.kept(weights, 1 / 3.0);
        assertThat(kept.get("a")).containsExactly(1, 0, 0);
        assertThat(kept.get("b")).containsExactly(1, 1, 1);
    }

    @RepeatedTest(50)
    void whatGoes_isTheShare_andNoneOfItIsGreaterThanWhatStays(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] weights = new float[1 + random.nextInt(200)];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = random.nextInt(21) / 10f - 1; // many are equal
        }
        double share = random.nextDouble();
        float[] kept = Pruning.kept(Map.of("one", weights), share).getOrDefault("one", new float[0]);
        float greatestGone = 0;
        float leastKept = Float.MAX_VALUE;
        int gone = 0;
        for (int at = 0; at < kept.length; at++) {
            if (kept[at] == 0) {
                gone++;
                greatestGone = Math.max(greatestGone, Math.abs(weights[at]));
            } else {
                leastKept = Math.min(leastKept, Math.abs(weights[at]));
            }
        }
        assertThat(gone).isEqualTo((int) Math.round(share * weights.length));
        assertThat(greatestGone).isLessThanOrEqualTo(leastKept);
    }

    /** Sums of absolute values: 3, 4, 3, 7. */
    @Test
    void strongestRows_areThoseWhoseAbsoluteValuesSumToMost() {
        float[] matrix = {1, -2, 4, 0, 2, 1, -3, -4};
        assertThat(Pruning.strongest(matrix, 2, 2)).containsExactly(1, 3);
        assertThat(Pruning.strongest(matrix, 2, 3)).containsExactly(0, 1, 3);
        assertThat(IntStream.of(Pruning.strongest(matrix, 2, 4)).boxed().toList())
                .isEqualTo(List.of(0, 1, 2, 3));
    }
}
