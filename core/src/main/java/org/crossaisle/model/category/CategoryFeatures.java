package org.crossaisle.model.category;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;

/**
 * The features of each category for a query, which {@link NextCategory} combines in a weighted sum.
 *
 * <p>Nearly every feature exists twice, once for known and once for new categories, so that returning and leaving have
 * separate weights. One more feature per coarser level says whether the category is also new there. With these, the
 * predicted probability of a new category is right on average at every level, not only at this one. Threads may share
 * it.
 */
final class CategoryFeatures {
    /** The number of features of a category, without those for coarser levels. */
    static final int OWN = 16;

    private static final double RECENCY = 0.9;
    private static final double UNSEEN = 0.01; // a share that keeps logarithms finite
    private static final int LATEST = 10;
    private static final double DAY = 86_400;

    private final CategoryNumbers categoryNumbers;
    private final CategoryTransitions transitions;
    private final int[][] above; // [coarser levels, the next one first][categories]: in the tree

    CategoryFeatures(CategoryNumbers categoryNumbers, CategoryTransitions transitions) {
        this.categoryNumbers = categoryNumbers;
        this.transitions = transitions;
        int level = categoryNumbers.level().level();
        above = IntStream.range(0, level)
                .mapToObj(up -> categoryNumbers.above(level - 1 - up))
                .toArray(int[][]::new);
    }

    /** The number of features of a category. */
    int count() {
        return OWN + above.length;
    }

    CategoryNumbers categoryNumbers() {
        return categoryNumbers;
    }

    CategoryTransitions transitions() {
        return transitions;
    }

    /**
     * Writes the features.
     *
     * @param marginal the logarithm of each category's share in the predictions of the item model: [categories]
     * @param told the logarithm of each category's probability by a category model: [categories], or 0 without one
     * @param features [categories, {@link #count()}], overwritten
     */
    void of(Query query, float[] marginal, float[] told, float[] features) {
        History history = query.history();
        BitSet seen = categoryNumbers.seen(history);
        BitSet[] seenAbove =
                Arrays.stream(above).map(numbers -> of(numbers, seen)).toArray(BitSet[]::new);
        double[] own = own(history);
        double[] next = new double[categoryNumbers.size()];
        double[] opened = new double[categoryNumbers.size()];
        mix(history, next, opened);
        double size = Math.log1p(history.size());
        double known = Math.log1p(seen.cardinality());
        double novelty = recentNovelty(history);
        double pause = pause(query);
        int latest = history.isEmpty() ? CategoryNumbers.NONE : categoryNumbers.primary(history.latest(0));
        for (int category = 0; category < categoryNumbers.size(); category++) {
            int at = category * count();
            boolean isNew = !seen.get(category);
            float knownOnly = isNew ? 0 : 1;
            float newOnly = isNew ? 1 : 0;
            features[at] = knownOnly * (float) Math.log(own[category] + UNSEEN);
            features[at + 1] = knownOnly * (float) next[category];
            features[at + 2] = knownOnly * transitions.shares()[category];
            features[at + 3] = knownOnly * marginal[category];
            features[at + 4] = category == latest ? 1 : 0;
            features[at + 5] = newOnly * (float) opened[category];
            features[at + 6] = newOnly * (float) next[category];
            features[at + 7] = newOnly * transitions.shares()[category];
            features[at + 8] = newOnly * marginal[category];
            features[at + 9] = newOnly;
            features[at + 10] = newOnly * (float) size;
            features[at + 11] = newOnly * (float) known;
            features[at + 12] = newOnly * (float) novelty;
            features[at + 13] = newOnly * (float) pause;
            features[at + 14] = knownOnly * told[category];
            features[at + 15] = newOnly * told[category];
            for (int up = 0; up < above.length; up++) {
                features[at + OWN + up] = seenAbove[up].get(above[up][category]) ? 0 : 1;
            }
        }
    }

    /** The ancestors of the seen categories. */
    private static BitSet of(int[] above, BitSet seen) {
        BitSet all = new BitSet();
        seen.stream().forEach(category -> all.set(above[category]));
        return all;
    }

    /**
     * The share of each category in the history, each interaction weighing 0.9 times the one after it: [categories].
     */
    private double[] own(History history) {
        double[] shares = new double[categoryNumbers.size()];
        double weight = 1;
        double sum = 0;
        for (int age = 0; age < history.size(); age++) {
            int[] categories = categoryNumbers.of(history.latest(age));
            for (int category : categories) {
                shares[category] += weight / categories.length;
            }
            sum += categories.length > 0 ? weight : 0;
            weight *= RECENCY;
        }
        for (int category = 0; category < shares.length && sum > 0; category++) {
            shares[category] /= sum;
        }
        return shares;
    }

    /** The logarithm of the transition probabilities from the latest categories, averaged over them. */
    private void mix(History history, double[] next, double[] opened) {
        double weight = 1;
        double sum = 0;
        for (int age = 0; age < Math.min(CategoryTransitions.WINDOW, history.size()); age++) {
            int from = categoryNumbers.primary(history.latest(age));
            if (from != CategoryNumbers.NONE) {
                for (int to = 0; to < next.length; to++) {
                    next[to] += weight * Math.exp(transitions.next(from)[to]);
                    opened[to] += weight * Math.exp(transitions.opened(from)[to]);
                }
                sum += weight;
            }
            weight *= CategoryTransitions.RECENCY;
        }
        for (int to = 0; to < next.length; to++) {
            next[to] = sum == 0 ? transitions.shares()[to] : Math.log(next[to] / sum);
            opened[to] = sum == 0 ? transitions.shares()[to] : Math.log(opened[to] / sum);
        }
    }

    /**
     * The share of the latest ten interactions that opened a category, smoothed by half a positive and one negative.
     */
    private double recentNovelty(History history) {
        int from = Math.max(1, history.size() - LATEST);
        BitSet seen = categoryNumbers.seen(history.first(Math.min(from, history.size())));
        double opened = 0;
        for (int position = from; position < history.size(); position++) {
            boolean opens = false;
            for (int category : categoryNumbers.of(history.item(position))) {
                opens |= !seen.get(category);
                seen.set(category);
            }
            opened += opens ? 1 : 0;
        }
        int looked = Math.max(0, history.size() - from);
        return (opened + 0.5) / (looked + 1.5);
    }

    /** log(1 + days since the latest interaction), 0 when no time is known. */
    private static double pause(Query query) {
        History history = query.history();
        if (history.isEmpty() || query.time() == History.NO_TIME) {
            return 0;
        }
        long latest = history.time(history.size() - 1);
        return latest == History.NO_TIME ? 0 : Math.log1p(Math.max(0, query.time() - latest) / DAY);
    }
}
