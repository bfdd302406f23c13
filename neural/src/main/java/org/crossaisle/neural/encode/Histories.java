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
     * @param histories each with at least one of {@link #readable}
     */
    public static Tensor encode(Network network, Tensor vectors, List<History> histories) {
        int[][] sequences = histories.stream()
                .map(history -> latest(readable(history, Math.toIntExact(vectors.size(0))), network.maximumLength()))
                .toArray(int[][]::new);
        Packing packing = new Packing(
                Arrays.stream(sequences).mapToInt(sequence -> sequence.length).toArray());
        Tensor items = vectors.index_select(0, Values.of(packing.pack(sequences))); // [rows, d]
        return network.users().encode(items, packing, Dropout.NONE).index_select(0, Values.of(packing.lastRows()));
    }

    private static int[] latest(int[] items, int maximumLength) {
        return Arrays.copyOfRange(items, Math.max(0, items.length - maximumLength), items.length);
    }

    /**
     * What an encoder reads of a history: the items that were not sent back, oldest first, without those that are newer than
     * the network.
     *
     * @param known items with a number below it are known to the network
     */
    public static int[] readable(History history, int known) {
        int[] items = new int[history.size()];
        int kept = 0;
        for (int position = 0; position < items.length; position++) {
            if (history.action(position).showsInterest() && history.item(position) < known) {
                items[kept++] = history.item(position);
            }
        }
        return Arrays.copyOf(items, kept);
    }
}
