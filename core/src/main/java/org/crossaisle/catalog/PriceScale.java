package org.crossaisle.catalog;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Prices made comparable across categories: the distance of the logarithm of an item's price from the mean of its
 * category, in standard deviations. 0 is the usual price for its category, whether a lipstick or a laptop.
 *
 * <p>z = (ln(1 + price) - mean) / deviation, over the known items of the item's primary category; a category with fewer
 * than {@value #MINIMUM_PRICES} known prices uses those of its parent, and so on upwards to the whole shop. The
 * logarithm is used because prices span orders of magnitude and customers perceive their ratios; the 1 allows a price
 * of 0.
 *
 * <p>The caller passes the known items: those of the training period. Immutable; threads may share it.
 */
public final class PriceScale {
    /** A category with fewer prices than this uses those of its parent. */
    public static final int MINIMUM_PRICES = 20;

    /** The largest absolute z: a price entered in cents or for a pallet counts as no more than "very expensive". */
    public static final double LIMIT = 4;

    private static final double LEAST_DEVIATION = 1e-6;

    private final Catalog catalog;
    private final Moments[] ofCategories; // [categories + 1], the whole shop last

    /**
     * Sums of n values, by Welford's update: Note on a method for calculating corrected sums, Technometrics 4(3), 1962.
     */
    private static final class Moments {
        private int count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }

        double deviation() {
            return Math.sqrt(squares / count);
        }
    }

    /** @param known the numbers of the items that were seen in training */
    public PriceScale(Catalog catalog, BitSet known) {
        this.catalog = catalog;
        CategoryTree tree = catalog.categories();
        ofCategories = new Moments[tree.size() + 1];
        for (int category = 0; category < ofCategories.length; category++) {
            ofCategories[category] = new Moments();
        }
        known.stream()
                .forEach(item -> catalog.item(item).price().ifPresent(price -> {
                    double logarithm = Math.log1p(price);
                    for (int at = primary(item); at != CategoryTree.NONE; at = tree.parent(at)) {
                        ofCategories[at].add(logarithm);
                    }
                    ofCategories[tree.size()].add(logarithm);
                }));
    }

    /** In [-{@link #LIMIT}, {@link #LIMIT}]; empty when the item, or every known one, has no price. */
    public OptionalDouble of(int item) {
        OptionalDouble price = catalog.item(item).price();
        Moments moments = moments(item);
        if (price.isEmpty() || moments.count == 0) {
            return OptionalDouble.empty();
        }
        double difference = Math.log1p(price.getAsDouble()) - moments.mean;
        double z = moments.deviation() < LEAST_DEVIATION ? 0 : difference / moments.deviation();
        return OptionalDouble.of(Math.max(-LIMIT, Math.min(LIMIT, z)));
    }

    /** Uses the nearest ancestor that has enough prices, else the whole shop. */
    private Moments moments(int item) {
        int at = primary(item);
        while (at != CategoryTree.NONE && ofCategories[at].count < MINIMUM_PRICES) {
            at = catalog.categories().parent(at);
        }
        return ofCategories[at == CategoryTree.NONE ? ofCategories.length - 1 : at];
    }

    private int primary(int item) {
        List<CategoryPath> paths = catalog.item(item).categories();
        return paths.isEmpty()
                ? CategoryTree.NONE
                : catalog.categories().number(paths.get(0)).orElse(CategoryTree.NONE);
    }
}
