package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.List;
import org.crossaisle.neural.encode.Tokens;

/** The pieces of one step, packed: what is seen and what is to be foreseen at each row. */
final class Batch {
    private final Tokens tokens;
    private final int[] targets; // [rows]

    /** @param end the latest moment of the training data, or {@link org.crossaisle.history.History#NO_TIME} */
    Batch(List<Piece> pieces, long end) {
        tokens = Tokens.toLearn(pieces.stream().map(Piece::seen).toList(), end);
        targets = tokens.packing().pack(pieces.stream().map(Piece::targets).toArray(int[][]::new));
    }

    Tokens tokens() {
        return tokens;
    }

    /** Not to be changed by the caller. */
    int[] targets() {
        return targets;
    }

    /** Every number that is seen or to be foreseen. */
    int[] numbers() {
        int[] all = Arrays.copyOf(tokens.items(), 2 * targets.length);
        System.arraycopy(targets, 0, all, targets.length, targets.length);
        return all;
    }
}
