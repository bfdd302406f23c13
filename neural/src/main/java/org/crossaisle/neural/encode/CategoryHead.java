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
 * Tells from a user's vector how probable each category of one level is for the next interaction: softmax(W u + b).
 *
 * <p>As a second task of the encoder beside the items themselves: Caruana, Multitask Learning, Machine Learning 28, 1997.
 */
public final class CategoryHead {
    private static final int FEWEST = 2; // of one category nothing is to be told

    private final CategoryNumbers shelving;
    private final Linear layer;

    private CategoryHead(Parameters parameters, CategoryNumbers shelving, int dimension) {
        this.shelving = shelving;
        layer = new Linear(parameters, dimension, shelving.size());
    }

    /**
     * An untrained head for a level of a catalog; none where there are not two categories to tell apart.
     *
     * @param level from 0, the department; the deepest there is where the catalog is flatter
     * @param known the items by which small categories are merged into their parents
     */
    public static Optional<CategoryHead> of(
            Parameters parameters, Catalog catalog, int level, BitSet known, int dimension) {
        CategoryNumbers shelving = shelving(catalog, level, known);
        return shelving.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new CategoryHead(parameters, shelving, dimension));
    }

    private static CategoryNumbers shelving(Catalog catalog, int level, BitSet known) {
        int there = Math.max(0, Math.min(level, catalog.categories().levels() - 1));
        return new CategoryNumbers(catalog, new CategoryLevel(catalog, there, known, CategoryLevel.MINIMUM_ITEMS));
    }

    /** How many numbers such a head learns. */
    public static long parameters(Catalog catalog, int level, BitSet known, int dimension) {
        int categories = shelving(catalog, level, known).size();
        return categories < FEWEST ? 0 : (dimension + 1L) * categories;
    }

    /** The categories it tells of. */
    public CategoryNumbers shelving() {
        return shelving;
    }

    /** The logarithms of the probabilities of all categories: [rows, d] to [rows, categories]. */
    public Tensor logProbabilities(Tensor users) {
        return torch.log_softmax(layer.apply(users), 1);
    }

    /**
     * Cross-entropy of the categories of what came next, in nats: the mean over rows, of which those whose item has no category
     * are left out, and those whose item has several ask for each of them alike.
     *
     * @param users [rows, d]
     * @param items the item that came next: [rows]
     * @return none where no item has a category
     */
    public Optional<Tensor> loss(Tensor users, int... items) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < items.length; row++) {
            if (shelving.of(items[row]).length > 0) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        float[] asked = new float[rows.size() * shelving.size()]; // [rows, categories]: what each should be
        for (int at = 0; at < rows.size(); at++) {
            int[] categories = shelving.of(items[rows.get(at)]);
            for (int category : categories) {
                asked[at * shelving.size() + category] = 1.0f / categories.length;
            }
        }
        int[] places = rows.stream().mapToInt(Integer::intValue).toArray();
        Tensor told = logProbabilities(users.index_select(0, Values.of(places)));
        return Optional.of(
                told.mul(Values.of(asked, rows.size(), shelving.size())).sum().mul(new Scalar(-1.0 / rows.size())));
    }
}
