package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.history.History;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.junit.jupiter.api.Test;

class BatchTest {
    /** Items n, n + 1, ... of which each predicts the next: a target is its token's item and 1. */
    private final List<TrainingSequence> pieces = List.of(piece(100, 3), piece(200, 1), piece(300, 40));

    @Test
    void readBack_everythingIsAsked() {
        Batch batch = batch(OptionalDouble.empty(), 1);
        assertThat(batch.targets())
                .containsExactly(IntStream.of(batch.tokens().items())
                        .map(item -> item + 1)
                        .toArray());
        try (TensorScope scope = TensorScope.plain()) {
            Tensor users = Values.of(new float[44], 44, 1);
            assertThat(batch.atTargets(users)).isSameAs(users);
        }
    }

    @Test
    void readBothWays_whatIsMaskedIsAsked_andWhatComesNext() {
        Batch batch = batch(OptionalDouble.of(0.5), 1);
        List<Integer> wanted = new ArrayList<>();
        int[] items = batch.tokens().items();
        int masked = 0;
        for (int row = 0; row < items.length; row++) {
            boolean isLast = row == 0 || row == 3 || row == 43; // of 1, 3 and 40
            if (isLast || batch.tokens().isMasked(row + 1)) {
                wanted.add(items[row] + 1);
            }
            masked += batch.tokens().isMasked(row) ? 1 : 0;
        }
        assertThat(batch.targets())
                .containsExactly(wanted.stream().mapToInt(i -> i).toArray());
        assertThat(batch.targets()).hasSize(masked + 3);
        assertThat(batch.tokens().isMasked(0)).isFalse(); // the firsts
        assertThat(batch.tokens().isMasked(1)).isFalse();
        assertThat(batch.tokens().isMasked(4)).isFalse();
        try (TensorScope scope = TensorScope.plain()) {
            float[] numbers = new float[44];
            for (int row = 0; row < 44; row++) {
                numbers[row] = items[row];
            }
            float[] asked = Values.floats(batch.atTargets(Values.of(numbers, 44, 1)));
            for (int at = 0; at < asked.length; at++) {
                assertThat(asked[at]).isEqualTo(batch.targets()[at] - 1);
            }
        }
    }

    @Test
    void asManyAreMaskedAsWereAskedFor() {
        int masked = 0;
        for (int seed = 0; seed < 200; seed++) {
            masked += batch(OptionalDouble.of(0.3), seed).targets().length - 3;
        }
        // 41 can be, 200 times: 8,200 draws, whose share has a deviation of .005
        assertThat(masked / 8200.0).isCloseTo(0.3, within(0.02));
    }

    private Batch batch(OptionalDouble masked, int seed) {
        return new Batch(pieces, History.NO_TIME, masked, new SplittableRandom(seed));
    }

    private static TrainingSequence piece(int first, int size) {
        int[] items = IntStream.range(first, first + size).toArray();
        return new TrainingSequence(
                Behaviour.of(items, new byte[size], new long[size + 1]),
                IntStream.range(first + 1, first + size + 1).toArray());
    }
}
