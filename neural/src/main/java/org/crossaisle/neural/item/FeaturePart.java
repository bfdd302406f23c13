package org.crossaisle.neural.item;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * The sum of the learnt vectors of an item's features. In training, the deeper categories of an item may be dropped at
 * random, so that the upper ones learn to represent what is rare below them.
 */
final class FeaturePart implements ItemPart {
    private static final double DEVIATION = 0.02;

    private final ItemFeatures features;
    private final double levelDropout;
    private final Tensor vectors; // [features + 1, d]; the last is for no feature and is not used

    FeaturePart(Parameters parameters, ItemFeatures features, double levelDropout, int dimension) {
        this.features = features;
        this.levelDropout = levelDropout;
        vectors = parameters.normal("features", DEVIATION, features.size() + 1, dimension);
    }

    /** Copies the vectors of the features that the other part has too; all others become 0. */
    void take(FeaturePart other) {
        Map<Object, Integer> theirs = new HashMap<>();
        for (int feature = 0; feature < other.features.size(); feature++) {
            theirs.put(other.features.name(feature), feature);
        }
        int dimension = (int) vectors.size(1);
        float[] from = Values.floats(other.vectors);
        float[] into = new float[(int) vectors.numel()];
        for (int feature = 0; feature < features.size(); feature++) {
            Integer their = theirs.get(features.name(feature));
            if (their != null) {
                System.arraycopy(from, their * dimension, into, feature * dimension, dimension);
            }
        }
        Values.fill(vectors, into);
    }

    /** Whether the other part has each feature too: [features + 1], including the last row, which is not used. */
    boolean[] alsoOf(FeaturePart other) {
        Set<Object> theirs = new HashSet<>();
        for (int feature = 0; feature < other.features.size(); feature++) {
            theirs.add(other.features.name(feature));
        }
        boolean[] also = new boolean[features.size() + 1];
        for (int feature = 0; feature < features.size(); feature++) {
            also[feature] = theirs.contains(features.name(feature));
        }
        also[features.size()] = true;
        return also;
    }

    @Override
    public OfItems of(int... items) {
        return new Bags(items);
    }

    /** The features of some items, concatenated as libtorch expects them for an embedding bag. */
    private final class Bags implements OfItems {
        private final int[] starts; // [items + 1]
        private final int[] all; // [features of all items]
        private final Tensor allTensor;
        private final Tensor startsTensor;

        Bags(int... items) {
            starts = new int[items.length + 1];
            for (int at = 0; at < items.length; at++) {
                starts[at + 1] = starts[at] + (items[at] == NO_ITEM ? 0 : features.of(items[at]).length);
            }
            all = IntStream.of(items)
                    .filter(item -> item != NO_ITEM)
                    .flatMap(item -> IntStream.of(features.of(item)))
                    .toArray();
            allTensor = Values.of(all);
            startsTensor = Values.of(starts);
        }

        @Override
        public Tensor vectors(Dropout dropout) {
            TensorOptional weights = dropout.isActive() && levelDropout > 0
                    ? new TensorOptional(Values.of(kept(dropout), all.length))
                    : new TensorOptional();
            return torch.embedding_bag(vectors, allTensor, startsTensor, false, 0, false, weights, true)
                    .get0(); // [items, d]
        }

        /**
         * The weight of each feature of each item: 0 for categories at or below the level drawn for the item, 1 for all
         * others.
         */
        private float[] kept(Dropout dropout) {
            int items = starts.length - 1;
            float[] dropped = Values.floats(
                    dropout.kept(1 - levelDropout, items).to(torch.ScalarType.Float)); // 1: drop categories
            float[] shares = Values.floats(dropout.uniform(items)); // [0, 1)
            float[] kept = new float[all.length];
            Arrays.fill(kept, 1);
            for (int item = 0; item < items; item++) {
                if (dropped[item] == 1) {
                    int deepest = -1;
                    for (int at = starts[item]; at < starts[item + 1]; at++) {
                        deepest = Math.max(deepest, features.depth(all[at]));
                    }
                    int level = (int) (shares[item] * (deepest + 1)); // categories from this level on are dropped
                    for (int at = starts[item]; at < starts[item + 1]; at++) {
                        kept[at] = features.depth(all[at]) >= level && deepest >= 0 ? 0 : 1;
                    }
                }
            }
            return kept;
        }
    }
}
