package org.crossaisle.neural.encode;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.tensor.Values;

/** Histories on their way into a user encoder. */
public final class Histories {
    private Histories() {}

    /**
     * The user vector after each history, for inference: [histories, d].
     *
     * @param vectors of all items: [items, d]
     * @param histories each with at least one interaction that shows interest
     */
    public static Tensor encode(Network network, Tensor vectors, List<History> histories, int maximumLength) {
        int[][] sequences = histories.stream()
                .map(history -> latest(history, maximumLength))
                .toArray(int[][]::new);
        Packing packing = new Packing(
                Arrays.stream(sequences).mapToInt(sequence -> sequence.length).toArray());
        Tensor items = vectors.index_select(0, Values.of(packing.pack(sequences))); // [rows, d]
        return network.users().encode(items, packing, Dropout.NONE).index_select(0, Values.of(packing.lastRows()));
    }

    /** The last items that were not sent back, oldest first. */
    public static int[] latest(History history, int maximumLength) {
        int[] items = interests(history);
        return Arrays.copyOfRange(items, Math.max(0, items.length - maximumLength), items.length);
    }

    /** The items that were not sent back, oldest first. */
    public static int[] interests(History history) {
        int[] items = new int[history.size()];
        int kept = 0;
        for (int position = 0; position < items.length; position++) {
            if (history.action(position).showsInterest()) {
                items[kept++] = history.item(position);
            }
        }
        return Arrays.copyOf(items, kept);
    }
}
