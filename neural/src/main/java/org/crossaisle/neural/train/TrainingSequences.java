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
 * The training data: the items in which each user showed interest, oldest first, cut from the end into sequences of at
 * most {@code maximumLength + 1}. Within a sequence, every item is predicted from those before it.
 *
 * <p>Immutable; threads may share it.
 */
final class TrainingSequences {
    private static final int BYTES_OF_AN_ITEM = Integer.BYTES + 1 + Long.BYTES;

    private final TrainingSequence[] pieces;

    private TrainingSequences(TrainingSequence... pieces) {
        this.pieces = pieces;
    }

    /** @param number maps item numbers to known numbers */
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

    /** A hash in hex that identifies these sequences. */
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
            sum.update(0xFF); // a separator, so that moving an item from one sequence to the next changes the hash
        }
        return pieces.length + " sequences " + Long.toHexString(sum.getValue());
    }

    int size() {
        return pieces.length;
    }

    int steps(int batchSize) {
        return (pieces.length + batchSize - 1) / batchSize;
    }

    /** How often each known number is a target: [known]. */
    int[] targetCounts(int known) {
        int[] counts = new int[known];
        for (TrainingSequence piece : pieces) {
            for (int target : piece.targets()) {
                counts[target]++;
            }
        }
        return counts;
    }

    /** The sequences in the order of one epoch. */
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
