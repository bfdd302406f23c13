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
 * The pieces of one step, packed: what is seen and what is to be foreseen after which tokens. That is after each, or, for an
 * encoder that reads both ways, after the last of each piece and before those that are masked.
 */
final class Batch {
    private final Tokens tokens;
    private final int[] rows; // [asked]
    private final int[] targets; // [asked]

    /**
     * @param end the latest moment of the training data, or {@link org.crossaisle.history.History#NO_TIME}
     * @param masked the share of tokens masked for an encoder that reads both ways
     */
    Batch(List<TrainingSequence> pieces, long end, OptionalDouble masked, SplittableRandom random) {
        Tokens all = Tokens.toLearn(pieces.stream().map(TrainingSequence::seen).toList(), end);
        int[] next = all.packing()
                .pack(pieces.stream().map(TrainingSequence::targets).toArray(int[][]::new));
        tokens = masked.isPresent() ? all.masking(drawn(all, masked.getAsDouble(), random)) : all;
        rows = masked.isPresent()
                ? asked(tokens)
                : IntStream.range(0, all.packing().rows()).toArray();
        targets = Arrays.stream(rows).map(row -> next[row]).toArray();
    }

    /** Rows drawn by chance, the first of a piece never: nothing asks for it. */
    private static BitSet drawn(Tokens tokens, double share, SplittableRandom random) {
        int[] places = tokens.packing().fromStart();
        BitSet drawn = new BitSet();
        for (int row = 0; row < places.length; row++) {
            if (places[row] > 0 && random.nextDouble() < share) {
                drawn.set(row);
            }
        }
        return drawn;
    }

    private static int[] asked(Tokens tokens) {
        int[] left = tokens.packing().fromEnd();
        return IntStream.range(0, left.length)
                .filter(row -> left[row] == 0 || tokens.isMasked(row + 1))
                .toArray();
    }

    Tokens tokens() {
        return tokens;
    }

    /** What is to be foreseen after each token that is asked: [asked]. Not to be changed by the caller. */
    int[] targets() {
        return targets;
    }

    /** The user vectors after the tokens that are asked: of [rows, ...] the rows [asked, ...]. */
    Tensor asked(Tensor users) {
        return rows.length == users.size(0) ? users : users.index_select(0, Values.of(rows));
    }

    /** Every number that is seen or to be foreseen. */
    int[] numbers() {
        return IntStream.concat(Arrays.stream(tokens.items()), Arrays.stream(targets))
                .toArray();
    }
}
