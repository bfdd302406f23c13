package org.crossaisle.recommend.rerank;

import org.crossaisle.PublicApi;

/**
 * A method, with its settings, to choose among the best candidates and order them. To add one, implement this interface
 * and a {@link RerankerProvider} that reads it from text.
 *
 * <p>A re-ranker only computes the gain of a candidate. The places are filled greedily, and the plan of scope and share
 * is always kept. The first of several re-rankers chooses from all candidates; a later one only orders what the one
 * before it chose. Scores are on a common scale: the best candidate has 1, the worst 0, and the others lie between them
 * in proportion.
 *
 * <p>Implementations are immutable, so threads may share them; what {@link #start} returns is for one list. Two
 * re-rankers with the same settings are equal.
 */
@PublicApi
public interface Reranker {
    /**
     * Starts one list.
     *
     * @throws IllegalArgumentException when {@link #needsVectors} is true and the model has none
     */
    Reranking start(RerankContext context);

    /** True when this re-ranker requests the model's item vectors from the context. */
    default boolean needsVectors() {
        return false;
    }

    /**
     * The text form, such as {@code mmr:0.3}: the name of the provider and the arguments it reads, separated by colons.
     * Reading it gives an equal re-ranker.
     */
    @Override
    String toString();
}
