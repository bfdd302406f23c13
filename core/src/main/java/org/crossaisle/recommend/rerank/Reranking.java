package org.crossaisle.recommend.rerank;

import java.util.function.ToDoubleFunction;
import org.crossaisle.PublicApi;

/**
 * The work of a {@link Reranker} on one list: its gains, and a measure of the result for people.
 *
 * @param gains the gain of each candidate
 * @param measure the name of the measure in camel case, such as {@code meanDistance}
 * @param measured the measure of a list of candidates, given by their places in the pool; does not change the gains
 */
@PublicApi
public record Reranking(CandidateGains gains, String measure, ToDoubleFunction<int[]> measured) {
    public Reranking {
        if (measure.isBlank()) {
            throw new IllegalArgumentException("the name of a measure is blank, must be a word such as meanDistance");
        }
    }
}
