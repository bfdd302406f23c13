package org.crossaisle.neural.train;

import java.util.Arrays;
import org.crossaisle.neural.layer.Packing;

/** The pieces of one step, packed: what is seen and what is to be foreseen at each row. */
final class Batch {
    private final Packing packing;
    private final int[] inputs; // [rows]
    private final int[] targets; // [rows]

    /** @param pieces each of at least two items */
    Batch(int[]... pieces) {
        packing = new Packing(
                Arrays.stream(pieces).mapToInt(piece -> piece.length - 1).toArray());
        inputs = packing.pack(pieces);
        targets = packing.pack(Arrays.stream(pieces)
                .map(piece -> Arrays.copyOfRange(piece, 1, piece.length))
                .toArray(int[][]::new));
    }

    Packing packing() {
        return packing;
    }

    int[] inputs() {
        return inputs;
    }

    int[] targets() {
        return targets;
    }
}
