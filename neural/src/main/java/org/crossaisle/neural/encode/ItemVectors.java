package org.crossaisle.neural.encode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.settings.Bounds;
import org.crossaisle.neural.tensor.Values;

/**
 * The vector of an item: one that is learnt for the item alone, plus one for each of its features.
 *
 * <p>An item without a training event has no vector of its own and takes a shared one instead. While training, items take
 * the shared one by chance too, so that it is learnt what items are without their own: a new item is then somewhere near its
 * like. <i>Known</i> items are those with a training event; they have numbers of their own, dense from 0.
 */
public final class ItemVectors {
    private static final double DEVIATION = 0.02;
    private static final int NO_ITEM = -1;

    /**
     * What item vectors are made of.
     *
     * @param features whether the catalog's features take part
     * @param idDropout how often an item takes the shared vector in training, in [0, 1)
     */
    public record Settings(boolean features, double idDropout) {
        public static final Settings DEFAULTS = new Settings(true, 0.1);

        public Settings {
            Bounds.rate("idDropout", idDropout);
        }
    }

    private final Settings settings;
    private final int[] known; // [known items]: known number -> item number
    private final int[] numbers; // [items]: item number -> known number, that of the shared vector when unknown
    private final Tensor ids; // [known items + 1, d], the shared vector last
    private final ItemFeatures features;
    private final Bags bags; // of the known items and of none
    private final Tensor featureVectors; // [features + 1, d]; the last stands for none and is not used

    public ItemVectors(Parameters parameters, Settings settings, int dimension, Catalog catalog, BitSet knownItems) {
        this.settings = settings;
        known = knownItems.stream().toArray();
        numbers = new int[catalog.size()];
        Arrays.fill(numbers, known.length);
        for (int number = 0; number < known.length; number++) {
            numbers[known[number]] = number;
        }
        ids = parameters.normal("ids", DEVIATION, known.length + 1, dimension);
        features = new ItemFeatures(catalog, settings.features() ? knownItems : new BitSet());
        bags = new Bags(features, itemsOf(IntStream.rangeClosed(0, known.length).toArray()));
        featureVectors = parameters.normal("features", DEVIATION, features.size() + 1, dimension);
    }

    /** How many numbers are learnt for so many known items of a catalog. */
    public static long parameters(Settings settings, int dimension, Catalog catalog, BitSet knownItems) {
        int features = new ItemFeatures(catalog, settings.features() ? knownItems : new BitSet()).size();
        return (long) dimension * (knownItems.cardinality() + 1 + features + 1);
    }

    /** How many items are known. */
    public int known() {
        return known.length;
    }

    /** The item numbers of the known items: [known]. */
    public int[] knownItems() {
        return known.clone();
    }

    /** The known number of an item, or {@link #known()} when it has none. */
    public int number(int item) {
        return numbers[item];
    }

    /** The vectors of all known items, and last that of an item nothing is known of, for training: [known + 1, d]. */
    public Tensor ofKnown(Dropout dropout) {
        Tensor own = ids;
        if (dropout.isActive() && settings.idDropout() > 0) {
            own = shared().add(ids.sub(shared()).mul(kept(dropout, known.length + 1)));
        }
        return settings.features() ? own.add(bags.sum(featureVectors)) : own;
    }

    /**
     * The vectors of some items, for training: [numbers, d].
     *
     * @param numbers known numbers, none twice; {@link #known()} is an item nothing is known of
     * @param sparse whether the gradient of what items have alone is to hold the rows of these items only
     */
    public Tensor ofKnown(int[] numbers, Dropout dropout, boolean sparse) {
        Tensor own = torch.embedding(ids, Values.of(numbers), -1, false, sparse); // [numbers, d]
        if (dropout.isActive() && settings.idDropout() > 0) {
            Tensor shared = torch.embedding(ids, Values.of(new int[] {known.length}), -1, false, sparse); // [1, d]
            own = shared.add(own.sub(shared).mul(kept(dropout, numbers.length)));
        }
        return settings.features() ? own.add(new Bags(features, itemsOf(numbers)).sum(featureVectors)) : own;
    }

    /** True by chance, as numbers: [rows, 1]. */
    private Tensor kept(Dropout dropout, int rows) {
        return dropout.kept(settings.idDropout(), rows, 1).to(ids.scalar_type());
    }

    private Tensor shared() {
        return ids.narrow(0, known.length, 1); // [1, d]
    }

    private int[] itemsOf(int... numbers) {
        return IntStream.of(numbers)
                .map(number -> number == known.length ? NO_ITEM : known[number])
                .toArray();
    }

    /** For each known number those of the first category of its item, itself included; itself alone where it has none. */
    public int[][] ofOneCategory(Catalog catalog) {
        Map<Integer, int[]> members = IntStream.range(0, known.length)
                .boxed()
                .filter(number -> catalog.categories().of(known[number]).length > 0)
                .collect(Collectors.groupingBy(
                        number -> catalog.categories().of(known[number])[0],
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> all.stream().mapToInt(Integer::intValue).toArray())));
        return IntStream.range(0, known.length)
                .mapToObj(number -> catalog.categories().of(known[number]).length == 0
                        ? new int[] {number}
                        : members.getOrDefault(catalog.categories().of(known[number])[0], new int[] {number}))
                .toArray(int[][]::new);
    }

    /** The vectors of some items, for inference: [items, d]. */
    public Tensor of(int... items) {
        int[] rows = IntStream.of(items).map(item -> numbers[item]).toArray();
        Tensor own = ids.index_select(0, Values.of(rows)); // [items, d]
        return settings.features() ? own.add(new Bags(features, items).sum(featureVectors)) : own;
    }

    /** The features of some items, one after the other, as libtorch sums them. */
    private static final class Bags {
        private final Tensor features; // [features of all items]
        private final Tensor starts; // [items + 1]

        Bags(ItemFeatures of, int... items) {
            int[] from = new int[items.length + 1];
            for (int at = 0; at < items.length; at++) {
                from[at + 1] = from[at] + (items[at] == NO_ITEM ? 0 : of.of(items[at]).length);
            }
            features = Values.of(IntStream.of(items)
                    .filter(item -> item != NO_ITEM)
                    .flatMap(item -> IntStream.of(of.of(item)))
                    .toArray());
            starts = Values.of(from);
        }

        Tensor sum(Tensor vectors) {
            return torch.embedding_bag(vectors, features, starts, false, 0, false, new TensorOptional(), true)
                    .get0(); // [items, d]
        }
    }
}
