package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.train.Techniques.Augmentation;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int NOTHING = 20;
    private static final int SIZE = 9;
    private static final TrainingSequence PIECE = piece();

    private static TrainingSequence piece() {
        int[] items = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        long[] times = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        return new TrainingSequence(Behaviour.of(items, new byte[SIZE], times), 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void nothingAsked_thePieceStays() {
        assertThat(vary(Augmentation.NONE, 1)).isSameAs(PIECE);
    }

    @RepeatedTest(50)
    void crop_keepsAStretchOfAtLeastThreeFifths_withItsTargetsAndTimes(RepetitionInfo repetition) {
        TrainingSequence varied = vary(new Augmentation(0.999, 0, 0, 0), repetition.getCurrentRepetition());
        assertThat(varied.size()).isBetween(6, SIZE);
        for (int place = 0; place < varied.size(); place++) {
            assertThat(varied.targets()[place]).isEqualTo(varied.seen().item(place) + 1);
            assertThat(varied.seen().time(place)).isEqualTo(10 + varied.seen().item(place));
        }
    }

    @RepeatedTest(50)
    void reorder_keepsAllItems_eachStillForeseenFromTheOneBefore(RepetitionInfo repetition) {
        TrainingSequence varied = vary(new Augmentation(0, 0, 0.999, 0), repetition.getCurrentRepetition());
        BitSet items = new BitSet();
        Arrays.stream(varied.seen().items()).forEach(items::set);
        items.set(varied.targets()[SIZE - 1]);
        assertThat(items.cardinality()).isEqualTo(SIZE + 1);
        int moved = 0;
        for (int place = 0; place < SIZE; place++) {
            moved += varied.seen().item(place) == place ? 0 : 1;
            assertThat(varied.seen().time(place)).isEqualTo(10 + place);
            if (place > 0) {
                assertThat(varied.targets()[place - 1]).isEqualTo(varied.seen().item(place));
            }
        }
        assertThat(moved).isLessThanOrEqualTo(4); // two fifths of ten
    }

    @Test
    void mask_hidesItsShareOfWhatIsSeen_andNoTarget() {
        int hidden = 0;
        for (int seed = 0; seed < 1000; seed++) {
            TrainingSequence varied = vary(new Augmentation(0, 0.3, 0, 0), seed);
            assertThat(varied.targets()).isSameAs(PIECE.targets());
            hidden += (int) Arrays.stream(varied.seen().items())
                    .filter(item -> item == NOTHING)
                    .count();
        }
        assertThat(hidden).isBetween(2500, 2900); // 9000 at .3, deviation 43
    }

    @Test
    void substitute_putsOneOfTheSameCategoryInPlace() {
        int replaced = 0;
        for (int seed = 0; seed < 1000; seed++) {
            TrainingSequence varied = vary(new Augmentation(0, 0, 0, 0.3), seed);
            for (int place = 0; place < SIZE; place++) {
                int item = varied.seen().item(place);
                assertThat(item % 3).isEqualTo(place % 3);
                replaced += item == place ? 0 : 1;
            }
        }
        assertThat(replaced).isBetween(2000, 2500); // 9000 at .3, of which one in six draws itself
    }

    private static TrainingSequence vary(Augmentation augmentation, int seed) {
        int[][] alike = new int[NOTHING][];
        for (int item = 0; item < NOTHING; item++) {
            int first = item % 3;
            alike[item] = new int[] {first, first + 3, first + 6, first + 9, first + 12, first + 15};
        }
        return new Augmenter(augmentation, NOTHING, alike).vary(PIECE, new SplittableRandom(seed));
    }
}
