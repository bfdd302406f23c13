package org.crossaisle.model.count;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.catalog.Item;
import org.crossaisle.catalog.PriceScale;

/**
 * The similarity of the catalog's descriptions of two items: the sum over category, brand, further attributes and price
 * of strength times agreement, each agreement in [0, 1] and 0 when one of the two lacks the property.
 *
 * <ul>
 *   <li>Category: 2 depth(a) / (depth(i) + depth(j)), a being the deepest category above both, departments having depth
 *       1; of items in several categories the best pair. Source: Wu and Palmer, Verb semantics and lexical selection,
 *       ACL 1994.
 *   <li>Brand: 1 if equal, ignoring case.
 *   <li>Attributes: the number equal in name and value, divided by the size of the union (Jaccard).
 *   <li>Price: 1 - |z(i) - z(j)|, at least 0, z being that of {@link PriceScale}: the price level within the category.
 * </ul>
 *
 * <p>Immutable; threads may share it.
 */
public final class ItemSimilarity {
    private static final int LEAVES = 4; // categories of an item that are compared, the primary one first
    private static final int NONE = -1;

    private final Strengths strengths;
    private final CategoryTree tree;
    private final int[][] leaves; // [items][at most LEAVES]
    private final int[] depths; // [categories], departments 1
    private final int[] brands; // [items], NONE where there is none
    private final int brandCount;
    private final int[][] attributes; // [items], ascending
    private final float[] prices; // [items], NaN where there is none

    /** The weight of each agreement, none negative. */
    public record Strengths(double category, double brand, double attributes, double price) {
        double total() {
            return category + brand + attributes + price;
        }
    }

    /**
     * Reads a catalog.
     *
     * @param known the items whose prices define the scale
     */
    public ItemSimilarity(Catalog catalog, BitSet known, Strengths strengths) {
        this.strengths = strengths;
        tree = catalog.categories();
        int size = catalog.size();
        leaves = new int[size][];
        brands = new int[size];
        attributes = new int[size][];
        prices = new float[size];
        depths = new int[tree.size()];
        for (int category = 0; category < depths.length; category++) {
            depths[category] = tree.depth(category) + 1;
        }
        PriceScale scale = new PriceScale(catalog, known);
        Map<String, Integer> brandNumbers = new HashMap<>();
        Map<Map.Entry<String, String>, Integer> attributeNumbers = new HashMap<>();
        for (int number = 0; number < size; number++) {
            Item item = catalog.item(number);
            int[] paths = tree.of(number);
            leaves[number] = paths.length > LEAVES ? Arrays.copyOf(paths, LEAVES) : paths;
            String brand = item.brand().strip().toLowerCase(Locale.ROOT);
            brands[number] = brand.isEmpty() ? NONE : numberOf(brand, brandNumbers);
            attributes[number] = item.attributes().entrySet().stream()
                    .mapToInt(entry -> numberOf(Map.entry(entry.getKey(), entry.getValue()), attributeNumbers))
                    .sorted()
                    .toArray();
            prices[number] = (float) scale.of(number).orElse(Double.NaN);
        }
        brandCount = brandNumbers.size();
    }

    private static <K> int numberOf(K key, Map<K, Integer> numbers) {
        return numbers.computeIfAbsent(key, none -> numbers.size());
    }

    /** In [0, {@link Strengths#total}]. */
    double of(int item, int other) {
        return strengths.category * category(item, other)
                + strengths.brand * (sharesBrand(item, other) ? 1 : 0)
                + strengths.attributes * attributes(item, other)
                + strengths.price * price(item, other);
    }

    /** {@link #of} scaled to [0, 1]; 0 when all strengths are 0. */
    double share(int item, int other) {
        return strengths.total() == 0 ? 0 : of(item, other) / strengths.total();
    }

    /** True when both are in the same category, not only below a common one. */
    public boolean sharesLeaf(int item, int other) {
        for (int a : leaves[item]) {
            for (int b : leaves[other]) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean sharesBrand(int item, int other) {
        return brands[item] != NONE && brands[item] == brands[other];
    }

    /** The depth of the deepest common ancestor, departments having 1; 0 when there is none. */
    public int sharedDepth(int item, int other) {
        int deepest = 0;
        for (int a : leaves[item]) {
            for (int b : leaves[other]) {
                deepest = Math.max(deepest, depthOfShared(a, b));
            }
        }
        return deepest;
    }

    /** The distance on the price scale; NaN when one has no price. */
    public float priceDistance(int item, int other) {
        return Math.abs(prices[item] - prices[other]);
    }

    private double category(int item, int other) {
        double best = 0;
        for (int a : leaves[item]) {
            for (int b : leaves[other]) {
                best = Math.max(best, 2.0 * depthOfShared(a, b) / (depths[a] + depths[b]));
            }
        }
        return best;
    }

    private int depthOfShared(int category, int other) {
        int a = category;
        int b = other;
        while (a != b) {
            if (a > b) { // a parent has the lower number
                a = tree.parent(a);
            } else {
                b = tree.parent(b);
            }
            if (a == CategoryTree.NONE || b == CategoryTree.NONE) {
                return 0;
            }
        }
        return depths[a];
    }

    private double attributes(int item, int other) {
        int[] a = attributes[item];
        int[] b = attributes[other];
        int same = 0;
        for (int at = 0, place = 0; at < a.length && place < b.length; ) {
            if (a[at] == b[place]) {
                same++;
                at++;
                place++;
            } else if (a[at] < b[place]) {
                at++;
            } else {
                place++;
            }
        }
        return same == 0 ? 0 : (double) same / (a.length + b.length - same);
    }

    private double price(int item, int other) {
        float distance = priceDistance(item, other);
        return distance < 1 ? 1 - distance : 0; // NaN when one has no price
    }

    /** The compared categories of an item. Callers must not change the array. */
    int[] leaves(int item) {
        return leaves[item];
    }

    int categories() {
        return depths.length;
    }

    /** The number of an item's brand, -1 when it has none. */
    int brand(int item) {
        return brands[item];
    }

    int brands() {
        return brandCount;
    }
}
