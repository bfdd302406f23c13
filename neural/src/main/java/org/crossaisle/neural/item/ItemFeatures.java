package org.crossaisle.neural.item;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.CategoryTree;

/**
 * The catalog data of each item as feature numbers: each of its categories with all ancestors, its brand, the decile of
 * its price among items of its kind, and each further attribute with its value, such as colour red.
 *
 * <p>Only what at least {@value #MINIMUM_ITEMS} items with a training event share becomes a feature, so nothing is
 * learnt from future items. Immutable.
 */
final class ItemFeatures {
    /** A feature with fewer known items adds nothing to their ids. */
    static final int MINIMUM_ITEMS = 3;

    /** A further attribute with one of its values. */
    private record Attribute(String name, String value) {}

    private final int size;
    private final int[][] ofItems; // [items][features, ascending]
    private final Object[] names; // [features]: the key of each, the same in every shop that has it
    private final int[] depths; // [features]: the level of a category, -1 for every other feature

    ItemFeatures(Catalog catalog, BitSet known) {
        PriceBuckets prices = new PriceBuckets(catalog, known);
        Map<Object, Integer> names = new HashMap<>();
        int[][] all = new int[catalog.size()][];
        for (int item = 0; item < all.length; item++) {
            TreeSet<Integer> features = new TreeSet<>();
            for (int leaf : catalog.categories().of(item)) {
                for (int at = leaf;
                        at != CategoryTree.NONE;
                        at = catalog.categories().parent(at)) {
                    features.add(number(names, catalog.categories().path(at)));
                }
            }
            if (!catalog.item(item).brand().isEmpty()) {
                features.add(number(names, catalog.item(item).brand()));
            }
            prices.of(item).ifPresent(bucket -> features.add(number(names, bucket)));
            catalog.item(item)
                    .attributes()
                    .forEach((name, value) -> features.add(number(names, new Attribute(name, value))));
            all[item] = features.stream().mapToInt(Integer::intValue).toArray();
        }
        int[] counts = new int[names.size()];
        known.stream().forEach(item -> {
            for (int feature : all[item]) {
                counts[feature]++;
            }
        });
        int[] kept = new int[counts.length];
        int next = 0;
        for (int feature = 0; feature < kept.length; feature++) {
            kept[feature] = counts[feature] >= MINIMUM_ITEMS ? next++ : -1;
        }
        size = next;
        depths = new int[next];
        this.names = new Object[next];
        names.forEach((name, feature) -> {
            if (kept[feature] >= 0) {
                this.names[kept[feature]] = name;
                depths[kept[feature]] = name instanceof CategoryPath path ? path.depth() - 1 : -1;
            }
        });
        ofItems = Arrays.stream(all)
                .map(features -> Arrays.stream(features)
                        .map(feature -> kept[feature])
                        .filter(feature -> feature >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static int number(Map<Object, Integer> names, Object name) {
        return names.computeIfAbsent(name, key -> names.size());
    }

    /** Number of features. */
    int size() {
        return size;
    }

    /** The key of a feature: a category, a brand, a price decile or an attribute. */
    Object name(int feature) {
        return names[feature];
    }

    /** The level of a category feature, 0 for a department; -1 for every other feature. */
    int depth(int feature) {
        return depths[feature];
    }

    /** The features of an item. The caller must not change them. */
    int[] of(int item) {
        return ofItems[item];
    }
}
