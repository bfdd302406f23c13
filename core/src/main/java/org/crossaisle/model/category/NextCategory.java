package org.crossaisle.model.category;

import java.util.Arrays;
import java.util.BitSet;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * P(category | user, now) at one level: a {@link ConditionalLogit} over the categories with {@link CategoryFeatures},
 * which include the predictions of an item model. From it follow the propensity to leave known categories, g = the sum
 * over new ones, and P(category | user, now, it is new) = P / g.
 *
 * <p>The predictions of the item model are a softmax over all items at a temperature. Immutable; threads may share it.
 */
final class NextCategory {
    private static final float NEGLIGIBLE = -25; // exp of it is negligible beside 1
    private static final double LEAST = 1e-9; // a share that keeps logarithms finite

    private final CategoryFeatures features;
    private final double[] weights; // [features]
    private final double temperature;
    private final int[] known; // the items the level was made from

    /** Rounds weights and temperature to single precision, in which they are saved. */
    NextCategory(CategoryFeatures features, double[] weights, double temperature, int... known) {
        this.features = features;
        this.weights = Arrays.stream(weights).map(weight -> (float) weight).toArray();
        this.temperature = (float) temperature;
        this.known = known;
    }

    /** The statistics counted in one pass over the data, at a level of its catalog. */
    static CategoryFeatures features(Dataset data, int level) {
        CategoryNumbers categoryNumbers = categoryNumbers(data.catalog(), level, data.knownItems());
        return new CategoryFeatures(categoryNumbers, CategoryTransitions.of(data, categoryNumbers));
    }

    private static CategoryNumbers categoryNumbers(Catalog catalog, int level, BitSet known) {
        return new CategoryNumbers(catalog, new CategoryLevel(catalog, level, known, CategoryLevel.MINIMUM_ITEMS));
    }

    CategoryNumbers categoryNumbers() {
        return features.categoryNumbers();
    }

    /**
     * Writes the probabilities.
     *
     * @param scores of the item model for the query: [items]
     * @param told its own category predictions, as in {@link BaseCategoryPredictions}: [categories]
     * @param probabilities [categories], overwritten
     */
    void probabilities(Query query, float[] scores, float[] told, float[] probabilities) {
        float[] all = new float[probabilities.length * features.count()];
        features.of(query, marginal(scores, categoryNumbers(), temperature), told, all);
        ConditionalLogit.probabilities(all, weights, probabilities);
    }

    /**
     * The logarithm of each category's share in a softmax over all items; an item of several categories counts in each.
     *
     * @param scores [items]
     */
    static float[] marginal(float[] scores, CategoryNumbers categoryNumbers, double temperature) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double[] sums = new double[categoryNumbers.size()];
        double total = 0;
        for (int item = 0; item < scores.length; item++) {
            double exponent = (scores[item] - most) / temperature;
            if (exponent > NEGLIGIBLE) {
                double share = Math.exp(exponent);
                total += share;
                for (int category : categoryNumbers.of(item)) {
                    sums[category] += share;
                }
            }
        }
        float[] marginal = new float[sums.length];
        for (int category = 0; category < marginal.length; category++) {
            marginal[category] = (float) Math.log(sums[category] / total + LEAST);
        }
        return marginal;
    }

    State state() {
        float[] kept = new float[weights.length];
        for (int at = 0; at < kept.length; at++) {
            kept[at] = (float) weights[at];
        }
        return new State()
                .put("known", known)
                .put("level", categoryNumbers().level().level())
                .put("weights", kept)
                .put("temperature", (float) temperature)
                .putAll("transitions", features.transitions().state());
    }

    static NextCategory load(State state, Catalog catalog) {
        BitSet known = new BitSet(catalog.size());
        Arrays.stream(state.ints("known")).forEach(known::set);
        CategoryNumbers categoryNumbers = categoryNumbers(catalog, state.ints("level")[0], known);
        CategoryTransitions transitions = CategoryTransitions.load(state.part("transitions"));
        CategoryFeatures features = new CategoryFeatures(categoryNumbers, transitions);
        float[] read = state.floats("weights");
        if (transitions.shares().length != categoryNumbers.size() || read.length != features.count()) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model knows " + transitions.shares().length + " categories by " + read.length
                            + " weights; the catalog has " + categoryNumbers.size() + " at its level, expected "
                            + features.count() + " weights; train it again");
        }
        double[] weights = new double[read.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = read[at];
        }
        return new NextCategory(features, weights, state.floats("temperature")[0], state.ints("known"));
    }
}
