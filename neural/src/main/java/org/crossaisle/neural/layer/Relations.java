package org.crossaisle.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Values;

/**
 * The relation of each token to itself and to each token before it in its sequence: their distance in places, and the
 * bucket of the pair. It is computed once per batch and shared by all layers.
 *
 * <p>For each pair in the {@link AttentionWindows}, it holds an index into a flattened table [distances, buckets].
 * Pairs in which one token may not attend to the other have the index just past the end of the table. Not thread-safe;
 * valid within the scope in which it was created.
 */
public final class Relations {
    private final Packing packing;
    private final List<Tensor> entries; // for each group of windows: [windows * width * width]

    /**
     * @param distances number of distances; no sequence is longer
     * @param buckets number of buckets
     * @param bucket gives the bucket, in [0, buckets), of a row and the same or an earlier row of the same sequence
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
                        int earlier = windows.seen(place);
                        for (int distance = 0; distance < earlier; distance++) {
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

    /** The table index of each pair in the windows of each group: [windows * width * width]. */
    List<Tensor> entries() {
        return entries;
    }
}
