package org.crossaisle.model.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GuardedModelTest {
    /** Items 0, 2, 3 and 5 have 9, 3, 5 and 1; the other order wants 5, 2, 0, 3. */
    @Test
    void scores_areHandedOutInTheOtherOrder() {
        float[] scores = {9, 8, 3, 5, 4, 1};
        GuardedModel.handOut(scores, new int[] {0, 2, 3, 5}, new float[] {-2, 100, 0.5f, -7, 100, 2});
        assertThat(scores).containsExactly(3, 8, 5, 1, 4, 9);
    }

    @Test
    void itemsAlikeInTheOtherOrder_standAsTheyDid() {
        float[] scores = {1, 3, 2, 4};
        GuardedModel.handOut(scores, new int[] {0, 1, 2, 3}, new float[] {0f, -0f, 0f, -1});
        assertThat(scores).containsExactly(2, 4, 3, 1);
    }

    @RepeatedTest(200)
    void scores_areOnlyChangedRound(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(30);
        float[] scores = some(random, size);
        float[] order = some(random, size);
        List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(all, random);
        int[] items = all.subList(0, random.nextInt(size + 1)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        float[] after = scores.clone();
        GuardedModel.handOut(after, items, order);
        assertThat(sorted(after)).containsExactly(sorted(scores));
        for (int item : all.subList(items.length, size)) {
            assertThat(after[item]).isEqualTo(scores[item]);
        }
        for (int item : items) {
            for (int other : items) {
                if (order[item] > order[other]) {
                    assertThat(after[item]).isGreaterThanOrEqualTo(after[other]);
                }
            }
        }
    }

    /** With ties, negative ones, infinite ones. */
    private static float[] some(Random random, int size) {
        float[] some = new float[size];
        for (int item = 0; item < size; item++) {
            some[item] = random.nextInt(10) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(9) - 4;
        }
        return some;
    }

    private static float[] sorted(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
