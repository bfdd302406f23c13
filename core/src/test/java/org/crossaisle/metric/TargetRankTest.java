package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TargetRankTest {
    private static int rank(int target, float... scores) {
        return TargetRank.of(scores, target, any -> false, scores.length);
    }

    @Test
    void ties_countAgainstTheTarget() {
        assertThat(rank(1, 3, 2, 1)).isEqualTo(2);
        assertThat(rank(0, 2, 2, 2)).isEqualTo(3);
        assertThat(rank(2, 2, 2, 2)).isEqualTo(3);
    }

    @Test
    void hiddenCandidates_doNotCompete_butTheTargetDoes() {
        float[] scores = {3, 2, 1};
        assertThat(TargetRank.of(scores, 2, item -> item == 0, 3)).isEqualTo(2);
        assertThat(TargetRank.of(scores, 2, any -> true, 3)).isEqualTo(1);
    }

    @Test
    void targetWithoutAScore_hasNoRank() {
        assertThat(rank(0, Float.NaN, 1)).isZero();
        assertThat(Ndcg.gain(rank(0, Float.NaN, 1))).isNaN();
        assertThat(rank(0, 1, Float.NaN)).isEqualTo(1); // others without a score are behind
    }

    @RepeatedTest(50)
    void counting_stopsJustBeyondTheMost_andBothFormsAgree(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] scores = new float[20];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = random.nextInt(8);
        }
        int target = random.nextInt(20);
        int hidden = random.nextInt(20);
        int plain = 1
                + (int) IntStream.range(0, 20)
                        .filter(at -> at != target && at != hidden && scores[at] >= scores[target])
                        .count();
        assertThat(TargetRank.of(scores, target, at -> at == hidden, 20)).isEqualTo(plain);
        assertThat(TargetRank.of(scores, target, at -> at == hidden, 5)).isEqualTo(Math.min(6, plain));
        assertThat(TargetRank.of(20, at -> scores[at], target, at -> at == hidden, 5))
                .isEqualTo(Math.min(6, plain));
    }
}
