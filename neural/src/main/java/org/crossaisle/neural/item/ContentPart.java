package org.crossaisle.neural.item;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * The vectors of an item's content, such as its title, each mapped by a small layer of its own, then summed. A learnt
 * vector replaces any that an item lacks, so missing content needs no special treatment.
 */
final class ContentPart implements ItemPart {
    private static final double DEVIATION = 0.02;

    private final List<ContentVectors> contents;
    private final List<Linear> adapters = new ArrayList<>();
    private final List<Tensor> missing = new ArrayList<>(); // [1, d] each

    /** @param contents at least one */
    ContentPart(Parameters parameters, List<ContentVectors> contents, int dimension) {
        this.contents = contents;
        for (ContentVectors content : contents) {
            Parameters own = parameters.of("content." + content.name());
            adapters.add(new Linear(own, content.dimension(), dimension));
            missing.add(own.normal("missing", DEVIATION, 1, dimension));
        }
    }

    @Override
    public OfItems of(int... items) {
        List<Tensor> rows = new ArrayList<>(); // [items, k] each
        List<Tensor> present = new ArrayList<>(); // [items, 1] each
        for (ContentVectors content : contents) {
            float[] values = new float[Math.multiplyExact(items.length, content.dimension())];
            float[] flags = new float[items.length];
            for (int at = 0; at < items.length; at++) {
                if (items[at] != NO_ITEM && content.isPresent(items[at])) {
                    System.arraycopy(content.row(items[at]), 0, values, at * content.dimension(), content.dimension());
                    flags[at] = 1;
                }
            }
            rows.add(Values.of(values, items.length, content.dimension()));
            present.add(Values.of(flags, items.length, 1));
        }
        return dropout -> sum(rows, present);
    }

    private Tensor sum(List<Tensor> rows, List<Tensor> present) {
        Tensor sum = part(0, rows, present);
        for (int at = 1; at < contents.size(); at++) {
            sum = sum.add(part(at, rows, present));
        }
        return sum;
    }

    private Tensor part(int at, List<Tensor> rows, List<Tensor> present) {
        Tensor none = missing.get(at);
        return none.add(adapters.get(at).apply(rows.get(at)).sub(none).mul(present.get(at))); // [items, d]
    }
}
