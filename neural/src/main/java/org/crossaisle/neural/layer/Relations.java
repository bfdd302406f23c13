package org.crossaisle.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Values;

/**
 * How each token stands to itself and to those before it in its sequence: how many places lie between the two, and in which of
 * some buckets the pair is. It is worked out once for a batch, and every layer reads it.
 *
 * <p>Laid out over {@link AttentionWindows} as the row of a table [distances, buckets], whose rows lie one after the other; behind its end
 * for a pair in which the one may not look at the other. For one thread, within the scope it was made in.
 */
public final class Relations {
    private final Packing packing;
    private final List<Tensor> entries; // for each group of windows [windows * width * width]

    /**
     * @param distances how many distances there are: no sequence is longer
     * @param buckets how many buckets there are
     * @param bucket of a row and one before it, or the same, in the same sequence; in [0, buckets)
     */
    public Relations(Packing packing, int distances, int buckets, IntBinaryOperator bucket) {
        this.packing = packing;
        AttentionWindows windows = packing.windows();
        entries = windows.groups().stream()
                .map(group -> {
                    int width = group.width();
                    int[] all = new int[Math.multiplyExact(group.places(), width)];
                    Arrays.fill(all, distances * buckets);
                    for (int at = 0; at < group.places(); at++) {
                        int place = group.start() + at;
                        int row = windows.rows()[place];
                        int behind = windows.seen(place);
                        for (int distance = 0; distance < behind; distance++) {
                            all[at * width + at % width - distance] =
                                    distance * buckets + bucket.applyAsInt(row, row - distance);
                        }
                    }
                    return Values.of(all);
                })
                .toList();
    }

    Packing packing() {
        return packing;
    }

    /** The entry of each pair in the windows of each group: [windows * width * width]. */
    List<Tensor> entries() {
        return entries;
    }
}
