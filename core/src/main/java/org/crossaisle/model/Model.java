package org.crossaisle.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.PublicApi;

/**
 * A fitted model, which scores every item of a catalog for a query.
 *
 * <p>A score says how well an item would follow the query's history; only the order within one query is meaningful,
 * unless a model promises more. Scores depend on the history and the time alone: the retriever filters by what is
 * allowed. An empty history is scored too. Threads may share a model.
 */
@PublicApi
public interface Model {
    /** The number of items it scores: the size of the catalog it was fitted with. */
    int items();

    /**
     * Writes a score for every item.
     *
     * @param scores [items], overwritten; greater is better, never NaN
     */
    void score(Query query, float[] scores);

    /** Everything needed to restore this model: see {@link Trainer#load}. */
    State state();

    /**
     * This model as a more capable type, such as a {@link VectorModel}; empty when it is not one. A wrapper may return
     * the wrapped model if both give the same scores. Use this instead of {@code instanceof}.
     */
    default <T> Optional<T> as(Class<T> capability) {
        return capability.isInstance(this) ? Optional.of(capability.cast(this)) : Optional.empty();
    }

    /** The parts of a composed model, by name, so that each of them can be evaluated alone. */
    default Map<String, Model> parts() {
        return Map.of();
    }

    /**
     * {@link #score(Query, float[])} for many queries at once, which some models answer faster.
     *
     * @param scores [queries][items], overwritten
     */
    default void score(List<Query> queries, float[][] scores) {
        for (int row = 0; row < queries.size(); row++) {
            score(queries.get(row), scores[row]);
        }
    }
}
