package org.crossaisle.neural.encode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.category.CategoryNumbers;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * A classifier that predicts, from a user's vector, the probability of each category of one level for the next
 * interaction: softmax(W u + b).
 *
 * <p>It is an auxiliary task of the encoder: Caruana, Multitask Learning, Machine Learning 28, 1997.
 */
public final class CategoryHead {
    private static final int FEWEST = 2; // a single category leaves nothing to predict

    private final CategoryNumbers categoryNumbers;
    private final Linear layer;

    private CategoryHead(Parameters parameters, CategoryNumbers categoryNumbers, int dimension) {
        this.categoryNumbers = categoryNumbers;
        layer = new Linear(parameters, dimension, categoryNumbers.size());
    }

    /**
     * An untrained head for one level of a catalog; empty if the level has fewer than two categories.
     *
     * @param level from 0, the department; the deepest level if the catalog has fewer
     * @param known the items by which small categories are merged into their parents
     */
    public static Optional<CategoryHead> of(
            Parameters parameters, Catalog catalog, int level, BitSet known, int dimension) {
        CategoryNumbers categoryNumbers = categoryNumbers(catalog, level, known);
        return categoryNumbers.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new CategoryHead(parameters, categoryNumbers, dimension));
    }

    private static CategoryNumbers categoryNumbers(Catalog catalog, int level, BitSet known) {
        int there = Math.max(0, Math.min(level, catalog.categories().levels() - 1));
        return new CategoryNumbers(catalog, new CategoryLevel(catalog, there, known, CategoryLevel.MINIMUM_ITEMS));
    }

    /** Number of parameters of such a head. */
    public static long parameters(Catalog catalog, int level, BitSet known, int dimension) {
        int categories = categoryNumbers(catalog, level, known).size();
        return categories < FEWEST ? 0 : (dimension + 1L) * categories;
    }

    /** The categories it predicts. */
    public CategoryNumbers categoryNumbers() {
        return categoryNumbers;
    }

    /** The log-probabilities of all categories: [rows, d] to [rows, categories]. */
    public Tensor logProbabilities(Tensor users) {
        return torch.log_softmax(layer.apply(users), 1);
    }

    /**
     * Cross-entropy of the category of the next item in nats, averaged over the rows whose item has a category. If an
     * item has several, each is an equal part of the label.
     *
     * @param users [rows, d]
     * @param items the next item: [rows]
     * @return empty if no item has a category
     */
    public Optional<Tensor> loss(Tensor users, int... items) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < items.length; row++) {
            if (categoryNumbers.of(items[row]).length > 0) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        float[] labels = new float[rows.size() * categoryNumbers.size()]; // [rows, categories]: the labels
        for (int at = 0; at < rows.size(); at++) {
            int[] categories = categoryNumbers.of(items[rows.get(at)]);
            for (int category : categories) {
                labels[at * categoryNumbers.size() + category] = 1.0f / categories.length;
            }
        }
        int[] places = rows.stream().mapToInt(Integer::intValue).toArray();
        Tensor logProbabilities = logProbabilities(users.index_select(0, Values.of(places)));
        return Optional.of(logProbabilities
                .mul(Values.of(labels, rows.size(), categoryNumbers.size()))
                .sum()
                .mul(new Scalar(-1.0 / rows.size())));
    }
}
