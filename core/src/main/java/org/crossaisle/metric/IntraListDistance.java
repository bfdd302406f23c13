package org.crossaisle.metric;

import org.crossaisle.catalog.CategoryTree;

/**
 * The mean distance of the pairs of a list on the category tree, in [0, 1]: 1 minus twice the depth of the deepest
 * common category divided by the sum of both depths; 1 where an item has no category. NaN for fewer than two items.
 *
 * <p>Source: Ziegler, McNee, Konstan and Lausen, Improving Recommendation Lists Through Topic Diversification, WWW
 * 2005.
 *
 * @param cutoff length of the list, at least 1
 */
public record IntraListDistance(CategoryTree tree, int cutoff) implements Metric {
    public IntraListDistance {
        Cutoff.check(cutoff);
    }

    @Override
    public String name() {
        return "distance@" + cutoff;
    }

    @Override
    public double of(RankedAnswer answer) {
        int size = answer.size(cutoff);
        double sum = 0;
        for (int a = 1; a < size; a++) {
            for (int b = 0; b < a; b++) {
                sum += distance(answer.item(a), answer.item(b));
            }
        }
        return size < 2 ? Double.NaN : 2 * sum / ((double) size * (size - 1));
    }

    private double distance(int item, int other) {
        int[] own = tree.of(item);
        int[] others = tree.of(other);
        if (own.length == 0 || others.length == 0) {
            return 1;
        }
        int a = own[0];
        int b = others[0];
        int levels = tree.depth(a) + tree.depth(b) + 2;
        while (a != b && a != CategoryTree.NONE && b != CategoryTree.NONE) {
            if (tree.depth(a) >= tree.depth(b)) {
                a = tree.parent(a);
            } else {
                b = tree.parent(b);
            }
        }
        int common = a == b && a != CategoryTree.NONE ? tree.depth(a) + 1 : 0;
        return 1 - 2.0 * common / levels;
    }
}
