package org.crossaisle.recommend.rerank;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Parses weights of re-rankers: 0 keeps the score order, 1 ignores the scores. */
final class Weights {
    private Weights() {}

    static void check(String reranker, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of " + reranker + " is " + weight + ", must be in [0, 1]");
        }
    }

    /** Parses a weight; empty when it is not a number. */
    static Optional<Double> read(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** A weight and optionally the word {@code vectors}; empty for other arguments. */
    static Optional<Reranker> withSimilarity(List<String> arguments, BiFunction<Double, Similarity, Reranker> made) {
        boolean hasVectors = arguments.size() == 2 && arguments.get(1).equals("vectors");
        if (arguments.size() != 1 && !hasVectors) {
            return Optional.empty();
        }
        Similarity similarity = hasVectors ? Similarity.VECTORS : Similarity.CATEGORIES;
        return read(arguments.get(0)).map(weight -> made.apply(weight, similarity));
    }
}
