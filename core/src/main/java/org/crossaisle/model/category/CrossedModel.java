package org.crossaisle.model.category;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * A model that shifts another model's scores by the probability of each item's category: in units of the temperature,
 * s' = s + b1 log(n p(c)) + b2 g(user) 1[new] log(m p_new(c)), where n is the number of categories and m that of new
 * ones. So a category of average probability shifts nothing, and an item without a category keeps its score. For an
 * item with several categories, the one with the largest shift counts. Threads may share it.
 */
final class CrossedModel implements CategoryModel {
    private static final double LEAST = 1e-6;
    private static final int BATCH = 64; // queries whose scores of all items are held at once

    private final Model model;
    private final BaseCategoryPredictions basePredictions;
    private final NextCategory next;
    private final Pull pull;
    private final double temperature;

    /**
     * The strength of the shift.
     *
     * @param category b1, of the probability of the category
     * @param opening b2, of the probability of a new category among the new ones
     */
    record Pull(double category, double opening) {
        /** True when no score is shifted. */
        boolean isNone() {
            return category == 0 && opening == 0;
        }
    }

    /** Rounds pull and temperature to single precision, in which they are saved. */
    CrossedModel(Model model, NextCategory next, Pull pull, double temperature) {
        this.model = model;
        basePredictions = BaseCategoryPredictions.in(model, next.categoryNumbers());
        this.next = next;
        this.pull = new Pull((float) pull.category(), (float) pull.opening());
        this.temperature = (float) temperature;
    }

    @Override
    public int items() {
        return model.items();
    }

    @Override
    public CategoryLevel level() {
        return next.categoryNumbers().level();
    }

    @Override
    public int[] categories() {
        return next.categoryNumbers().numbers();
    }

    @Override
    public void categories(Query query, float[] probabilities) {
        categories(List.of(query), new float[][] {probabilities});
    }

    @Override
    public void categories(List<Query> queries, float[][] probabilities) {
        float[][] scores = new float[Math.min(BATCH, queries.size())][items()];
        for (int from = 0; from < queries.size(); from += BATCH) {
            List<Query> some = queries.subList(from, Math.min(queries.size(), from + BATCH));
            float[][] told = basePredictions.of(some);
            float[][] own = Arrays.copyOf(scores, some.size());
            model.score(some, own);
            for (int row = 0; row < own.length; row++) {
                next.probabilities(some.get(row), own[row], told[row], probabilities[from + row]);
            }
        }
    }

    @Override
    public Map<String, Model> parts() {
        return Map.of("items", model);
    }

    @Override
    public void score(Query query, float[] scores) {
        score(List.of(query), new float[][] {scores});
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        model.score(queries, scores);
        if (next.categoryNumbers().size() > 0 && !pull.isNone()) {
            float[][] told = basePredictions.of(queries);
            IntStream.range(0, queries.size())
                    .parallel()
                    .forEach(row -> move(queries.get(row), told[row], scores[row]));
        }
    }

    private void move(Query query, float[] told, float[] scores) {
        float[] probabilities = new float[next.categoryNumbers().size()];
        next.probabilities(query, scores, told, probabilities);
        BitSet seen = next.categoryNumbers().seen(query.history());
        move(scores, next.categoryNumbers(), moves(probabilities, seen, pull), temperature);
    }

    /** The shift of each category for its items, in units of the temperature: [categories]. */
    static float[] moves(float[] probabilities, BitSet seen, Pull pull) {
        int size = probabilities.length;
        double propensity = 0;
        for (int category = 0; category < size; category++) {
            propensity += seen.get(category) ? 0 : probabilities[category];
        }
        int news = size - seen.cardinality();
        float[] moves = new float[size];
        for (int category = 0; category < size; category++) {
            double move = pull.category * Math.log(size * Math.max(LEAST, probabilities[category]));
            if (!seen.get(category) && propensity > 0) {
                move += pull.opening
                        * propensity
                        * Math.log(news * Math.max(LEAST, probabilities[category] / propensity));
            }
            moves[category] = (float) move;
        }
        return moves;
    }

    static void move(float[] scores, CategoryNumbers categoryNumbers, float[] moves, double temperature) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] += (float) temperature * most(categoryNumbers.of(item), moves);
        }
    }

    /** The shift of an item by its categories, in units of the temperature: the largest of them, 0 without any. */
    static float most(int[] categories, float[] moves) {
        if (categories.length == 0) {
            return 0;
        }
        float most = moves[categories[0]];
        for (int at = 1; at < categories.length; at++) {
            most = Math.max(most, moves[categories[at]]);
        }
        return most;
    }

    @Override
    public State state() {
        return new State()
                .put("pull", (float) pull.category, (float) pull.opening)
                .putAll("next", next.state())
                .putAll("items", model.state());
    }
}
