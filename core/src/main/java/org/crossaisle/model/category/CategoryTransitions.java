package org.crossaisle.model.category;

import java.util.BitSet;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.State;

/**
 * Transition probabilities between categories: for all interactions, and for those that opened a category new to their
 * user.
 *
 * <p>An interaction counts for the categories of the five before it, each weighing 0.7 times the one after it. The
 * counts after a category are smoothed towards those after its parent, these towards the grandparent's, and so on up to
 * the shares of all interactions: P(c | a) = (n(a, c) + m P(c | parent of a)) / (n(a) + m) with m = 20 (Jelinek and
 * Mercer, Interpolated estimation of Markov source parameters, 1980, with the weight of Dirichlet smoothing: Zhai and
 * Lafferty, A study of smoothing methods for language models, TOIS 22(2), 2004, section 3.2). Immutable; threads may
 * share it.
 */
final class CategoryTransitions {
    /** The number of latest interactions used. */
    static final int WINDOW = 5;

    /** The weight of an interaction relative to the one after it. */
    static final double RECENCY = 0.7;

    private static final double SMOOTHING = 20;

    private final float[][] next; // [categories][categories]: log P(c | a)
    private final float[][] opened; // [categories][categories]: the same for c new to the user
    private final float[] shares; // [categories]: log of the share of all interactions

    private CategoryTransitions(float[][] next, float[][] opened, float[] shares) {
        this.next = next;
        this.opened = opened;
        this.shares = shares;
    }

    /** Counts in one pass. */
    static CategoryTransitions of(Dataset data, CategoryNumbers categoryNumbers) {
        int size = categoryNumbers.size();
        float[][] next = new float[size][size];
        float[][] opened = new float[size][size];
        double[] all = new double[size];
        double[] openings = new double[size];
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            BitSet seen = new BitSet(size);
            for (int position = 0; position < history.size(); position++) {
                int[] categories = categoryNumbers.of(history.item(position));
                for (int to : categories) {
                    boolean opens = position > 0 && !seen.get(to);
                    all[to] += 1.0 / categories.length;
                    openings[to] += opens ? 1.0 / categories.length : 0;
                    double weight = 1.0 / categories.length;
                    for (int age = 1; age <= Math.min(WINDOW, position); age++) {
                        int from = categoryNumbers.primary(history.item(position - age));
                        if (from != CategoryNumbers.NONE) {
                            next[from][to] += (float) weight;
                            opened[from][to] += opens ? (float) weight : 0;
                        }
                        weight *= RECENCY;
                    }
                }
                for (int category : categories) {
                    seen.set(category);
                }
            }
        }
        CategoryTree tree = data.catalog().categories();
        float[] shares = logShares(all);
        float[] openingShares = logShares(openings);
        smooth(next, shares, categoryNumbers, tree);
        smooth(opened, openingShares, categoryNumbers, tree);
        return new CategoryTransitions(next, opened, shares);
    }

    /** Adds one interaction to each category, so that none is impossible. */
    private static float[] logShares(double... counts) {
        double sum = counts.length;
        for (double count : counts) {
            sum += count;
        }
        float[] shares = new float[counts.length];
        for (int category = 0; category < shares.length; category++) {
            shares[category] = (float) Math.log((counts[category] + 1) / sum);
        }
        return shares;
    }

    /** Turns counts into logarithms of smoothed shares. */
    private static void smooth(float[][] counts, float[] shares, CategoryNumbers categoryNumbers, CategoryTree tree) {
        int size = categoryNumbers.size();
        float[][] ofTree = new float[tree.size()][]; // [tree numbers][categories]: with descendants; empty if none
        for (int from = 0; from < size; from++) {
            for (int at = categoryNumbers.number(from); at != CategoryTree.NONE; at = tree.parent(at)) {
                ofTree[at] = ofTree[at] == null ? new float[size] : ofTree[at];
                for (int to = 0; to < size; to++) {
                    ofTree[at][to] += counts[from][to];
                }
            }
        }
        float[] root = new float[size];
        for (int to = 0; to < size; to++) {
            root[to] = (float) Math.exp(shares[to]);
        }
        for (int at = 0; at < ofTree.length; at++) { // parents have lower numbers
            if (ofTree[at] != null) {
                int parent = tree.parent(at);
                smooth(ofTree[at], parent == CategoryTree.NONE ? root : ofTree[parent]);
            }
        }
        for (int from = 0; from < size; from++) {
            float[] smoothed = ofTree[categoryNumbers.number(from)];
            for (int to = 0; to < size; to++) {
                counts[from][to] = (float) Math.log(smoothed[to]);
            }
        }
    }

    private static void smooth(float[] counts, float[] towards) {
        double sum = SMOOTHING;
        for (float count : counts) {
            sum += count;
        }
        for (int to = 0; to < counts.length; to++) {
            counts[to] = (float) ((counts[to] + SMOOTHING * towards[to]) / sum);
        }
    }

    /** Logarithms of the shares of all interactions: [categories]. Callers must not change the array. */
    float[] shares() {
        return shares;
    }

    /** Logarithms of the shares after a category: [categories]. Callers must not change the array. */
    float[] next(int from) {
        return next[from];
    }

    /** The same for interactions that open a category. */
    float[] opened(int from) {
        return opened[from];
    }

    State state() {
        long[] shape = {next.length, next.length};
        return new State()
                .put("next", new State.Floats(shape, next))
                .put("opened", new State.Floats(shape, opened))
                .put("shares", shares);
    }

    static CategoryTransitions load(State state) {
        return new CategoryTransitions(state.rows("next"), state.rows("opened"), state.floats("shares"));
    }
}
