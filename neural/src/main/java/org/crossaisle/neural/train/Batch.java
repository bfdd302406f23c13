package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Tokens;

/**
 * The training sequences of one step, packed: the inputs, and the targets to predict after certain tokens. That is
 * after every token or, for a bidirectional encoder, after the last token of each sequence and before the masked ones.
 */
final class Batch {
    private final Tokens tokens;
    private final int[] rows; // [targets]
    private final int[] targets; // [targets]

    /**
     * @param end the latest time in the training data, or {@link org.crossaisle.history.History#NO_TIME}
     * @param masked the share of tokens masked for a bidirectional encoder
     */
    Batch(List<TrainingSequence> pieces, long end, OptionalDouble masked, SplittableRandom random) {
        Tokens all = Tokens.toLearn(pieces.stream().map(TrainingSequence::seen).toList(), end);
        int[] next = all.packing()
                .pack(pieces.stream().map(TrainingSequence::targets).toArray(int[][]::new));
        tokens = masked.isPresent() ? all.masking(drawMask(all, masked.getAsDouble(), random)) : all;
        rows = masked.isPresent()
                ? targetRows(tokens)
                : IntStream.range(0, all.packing().rows()).toArray();
        targets = Arrays.stream(rows).map(row -> next[row]).toArray();
    }

    /** Rows drawn at random, never the first of a sequence, because no prediction is made before it. */
    private static BitSet drawMask(Tokens tokens, double share, SplittableRandom random) {
        int[] places = tokens.packing().fromStart();
        BitSet drawn = new BitSet();
        for (int row = 0; row < places.length; row++) {
            if (places[row] > 0 && random.nextDouble() < share) {
                drawn.set(row);
            }
        }
        return drawn;
    }

    private static int[] targetRows(Tokens tokens) {
        int[] left = tokens.packing().fromEnd();
        return IntStream.range(0, left.length)
                .filter(row -> left[row] == 0 || tokens.isMasked(row + 1))
                .toArray();
    }

    Tokens tokens() {
        return tokens;
    }

    /** The target to predict at each token that has one: [targets]. The caller must not change it. */
    int[] targets() {
        return targets;
    }

    /** The user vectors at the tokens that have a target: from [rows, ...] to [targets, ...]. */
    Tensor atTargets(Tensor users) {
        return rows.length == users.size(0) ? users : users.index_select(0, Values.of(rows));
    }

    /** All numbers that are inputs or targets. */
    int[] numbers() {
        return IntStream.concat(Arrays.stream(tokens.items()), Arrays.stream(targets))
                .toArray();
    }
}
