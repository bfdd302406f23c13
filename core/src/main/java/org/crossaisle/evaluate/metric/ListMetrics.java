package org.crossaisle.evaluate.metric;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryTree;

/**
 * What lists look like, whatever they hit: how alike their items are, how popular, and how evenly the catalog is shown.
 *
 * <p>Sources: Ziegler, McNee, Konstan and Lausen, Improving Recommendation Lists Through Topic Diversification, WWW 2005
 * (intra-list distance); Ge, Delgado-Battenfeld and Jannach, Beyond Accuracy, RecSys 2010 (coverage, serendipity); Gini,
 * Variabilità e mutabilità, 1912 (the coefficient of exposure).
 */
public final class ListMetrics {
    /** The head are the most popular items that together have so much of all interactions. */
    private static final double HEAD_SHARE = 0.2;

    private final CategoryTree tree;
    private final int[] counts; // [items], in training
    private final BitSet head;

    /** The metrics of lists of items with these counts in training: [items]. */
    public ListMetrics(CategoryTree tree, int[] counts) {
        this.tree = tree;
        this.counts = counts;
        head = head(counts);
    }

    private static BitSet head(int[] counts) {
        long total = Arrays.stream(counts).asLongStream().sum();
        BitSet head = new BitSet();
        long sum = 0;
        List<Integer> order = IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .toList();
        for (int at = 0; at < order.size() && sum < HEAD_SHARE * total; at++) {
            head.set(order.get(at));
            sum += counts[order.get(at)];
        }
        return head;
    }

    /**
     * Mean distance of the pairs of a list on the category tree, in [0, 1]: 1 minus twice the depth of the deepest common
     * category by the sum of both depths; 1 where an item has no category. NaN for fewer than two items.
     */
    public double intraListDistance(Answer answer, int cutoff) {
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

    /** Mean number of training interactions of the list's items. */
    public double meanPopularity(Answer answer, int cutoff) {
        return mean(answer, cutoff, item -> counts[item]);
    }

    /** The share of the list that is not among the most popular items with a fifth of all interactions: the 80 % tail. */
    public double tailShare(Answer answer, int cutoff) {
        return mean(answer, cutoff, item -> head.get(item) ? 0 : 1);
    }

    /** A hit that neither of two obvious models has in its list: in [0, 1]. */
    public static double serendipity(Answer answer, List<Answer> obvious, int cutoff) {
        return answer.rank() <= cutoff && obvious.stream().allMatch(other -> other.rank() > cutoff) ? 1 : 0;
    }

    private interface OfItem {
        double of(int item);
    }

    private static double mean(Answer answer, int cutoff, OfItem value) {
        int size = answer.size(cutoff);
        double sum = 0;
        for (int place = 0; place < size; place++) {
            sum += value.of(answer.item(place));
        }
        return size == 0 ? Double.NaN : sum / size;
    }

    /** The share of the catalog that stands in some list, in [0, 1]. */
    public double coverage(List<Answer> answers, int cutoff) {
        return Arrays.stream(exposure(answers, cutoff))
                        .filter(shown -> shown > 0)
                        .count()
                / (double) counts.length;
    }

    /** How unevenly the catalog is shown: 0 when each item as often, near 1 when one item alone. */
    public double gini(List<Answer> answers, int cutoff) {
        double[] shown = exposure(answers, cutoff);
        Arrays.sort(shown);
        double weighted = 0;
        double total = 0;
        for (int at = 0; at < shown.length; at++) {
            weighted += (2.0 * (at + 1) - shown.length - 1) * shown[at];
            total += shown[at];
        }
        return total == 0 ? Double.NaN : weighted / (shown.length * total);
    }

    private double[] exposure(List<Answer> answers, int cutoff) {
        double[] shown = new double[counts.length];
        for (Answer answer : answers) {
            for (int place = 0; place < answer.size(cutoff); place++) {
                shown[answer.item(place)]++;
            }
        }
        return shown;
    }
}
