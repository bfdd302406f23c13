package org.crossaisle.neural.train;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.neural.encode.Histories;

/**
 * What is learnt from: the items each user showed interest in, oldest first, cut into pieces of at most
 * {@code maximumLength + 1} from the end on. Within a piece every item is to be foreseen from those before it.
 *
 * <p>Immutable; threads may share it.
 */
final class Sequences {
    private final int[][] pieces; // [pieces][items, at least 2]

    private Sequences(int[][] pieces) {
        this.pieces = pieces;
    }

    /** @param number what an item number becomes */
    static Sequences of(Dataset data, int maximumLength, IntUnaryOperator number) {
        List<int[]> pieces = new ArrayList<>();
        for (int user = 0; user < data.users(); user++) {
            int[] items = Arrays.stream(Histories.readable(
                            data.history(user), data.catalog().size()))
                    .map(number)
                    .toArray();
            for (int end = items.length; end > 1; end -= maximumLength) {
                pieces.add(Arrays.copyOfRange(items, Math.max(0, end - maximumLength - 1), end));
            }
        }
        return new Sequences(pieces.toArray(int[][]::new));
    }

    /** Says in hex which sequences these are. */
    String fingerprint() {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * 64);
        for (int[] piece : pieces) {
            for (int from = 0; from < piece.length; from += 64) {
                bytes.clear();
                for (int at = from; at < Math.min(piece.length, from + 64); at++) {
                    bytes.putInt(piece[at]);
                }
                sum.update(bytes.flip());
            }
            sum.update(0xFF); // an end, so that moving one from piece to piece is seen
        }
        return pieces.length + " sequences " + Long.toHexString(sum.getValue());
    }

    int size() {
        return pieces.length;
    }

    int steps(int batchSize) {
        return (pieces.length + batchSize - 1) / batchSize;
    }

    /** The pieces in the order of one epoch. */
    int[][] shuffled(long seed, int epoch) {
        SplittableRandom random = new SplittableRandom(seed * 31 + epoch);
        int[][] order = pieces.clone();
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int[] piece = order[at];
            order[at] = order[other];
            order[other] = piece;
        }
        return order;
    }
}
