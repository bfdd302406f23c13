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
 * What the catalog says of each item, as numbers of features: every category it is in with all above them, its brand, where
 * its price lies among those of its kind, and every further attribute with its value, such as colour red.
 *
 * <p>Only what at least {@value #MINIMUM_ITEMS} items with a training event have is a feature, so nothing is learnt from
 * items of the future. Immutable.
 */
final class ItemFeatures {
    /** A feature fewer known items have says no more than their ids. */
    static final int MINIMUM_ITEMS = 3;

    /** One further attribute with one of its values. */
    private record Attribute(String name, String value) {}

    private final int size;
    private final int[][] ofItems; // [items][features, ascending]
    private final Object[] names; // [features]: what each is, the same in every shop that has it
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

    /** How many features there are. */
    int size() {
        return size;
    }

    /** What a feature is: a category, a brand, a tenth of prices or an attribute. */
    Object name(int feature) {
        return names[feature];
    }

    /** The level of a feature that is a category, 0 for a department; -1 for every other feature. */
    int depth(int feature) {
        return depths[feature];
    }

    /** The features of an item. Not to be changed by the caller. */
    int[] of(int item) {
        return ofItems[item];
    }
}
