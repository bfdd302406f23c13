package org.crossaisle.neural.train;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.neural.token.Behaviour;

/**
 * What is learnt from: the items each user showed interest in, oldest first, cut into pieces of at most
 * {@code maximumLength + 1} from the end on. Within a piece every item is to be foreseen from those before it.
 *
 * <p>Immutable; threads may share it.
 */
final class TrainingSequences {
    private static final int BYTES_OF_AN_ITEM = Integer.BYTES + 1 + Long.BYTES;

    private final TrainingSequence[] pieces;

    private TrainingSequences(TrainingSequence... pieces) {
        this.pieces = pieces;
    }

    /** @param number what an item number becomes */
    static TrainingSequences of(Dataset data, int maximumLength, IntUnaryOperator number) {
        List<TrainingSequence> pieces = new ArrayList<>();
        for (int user = 0; user < data.users(); user++) {
            Behaviour read = Behaviour.of(
                    data.history(user), History.NO_TIME, data.catalog().size());
            Behaviour whole =
                    read.withItems(Arrays.stream(read.items()).map(number).toArray());
            for (int end = whole.size(); end > 1; end -= maximumLength) {
                int from = Math.max(0, end - maximumLength - 1);
                pieces.add(new TrainingSequence(
                        whole.part(from, end - 1), whole.part(from + 1, end).items()));
            }
        }
        return new TrainingSequences(pieces.toArray(TrainingSequence[]::new));
    }

    /** Says in hex which sequences these are. */
    String fingerprint() {
        CRC32C sum = new CRC32C();
        for (TrainingSequence piece : pieces) {
            ByteBuffer bytes = ByteBuffer.allocate((BYTES_OF_AN_ITEM + Integer.BYTES) * piece.size());
            for (int place = 0; place < piece.size(); place++) {
                bytes.putInt(piece.seen().item(place))
                        .put(piece.seen().action(place))
                        .putLong(piece.seen().time(place))
                        .putInt(piece.targets()[place]);
            }
            sum.update(bytes.flip());
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

    /** How often each number is to be foreseen: [known]. */
    int[] targetCounts(int known) {
        int[] counts = new int[known];
        for (TrainingSequence piece : pieces) {
            for (int target : piece.targets()) {
                counts[target]++;
            }
        }
        return counts;
    }

    /** The pieces in the order of one epoch. */
    TrainingSequence[] shuffled(long seed, int epoch) {
        SplittableRandom random = new SplittableRandom(seed * 31 + epoch);
        TrainingSequence[] order = pieces.clone();
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            TrainingSequence piece = order[at];
            order[at] = order[other];
            order[other] = piece;
        }
        return order;
    }
}
