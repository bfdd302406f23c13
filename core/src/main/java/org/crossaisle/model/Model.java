package org.crossaisle.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that scores every item of a catalog for a query.
 *
 * <p>A score says how well an item would follow the query's history; only the order within one query means something,
 * unless a model promises more. Scores look at the history and the time alone: whether an item is allowed is for the
 * retriever. An empty history is scored too. Threads may share a model.
 */
public interface Model {
    /** How many items it scores: the size of the catalog it was fitted with. */
    int items();

    /**
     * Writes a score for every item.
     *
     * @param scores [items], overwritten; greater is better, never NaN
     */
    void score(Query query, float[] scores);

    /** All that must be kept to have this model again: see {@link Trainer#load}. */
    State state();

    /**
     * This model as one that can do more, such as a {@link VectorModel}; empty when it cannot. A model around another
     * one may answer with the other one, whose scores are then the same as its own. Ask this instead of
     * {@code instanceof}.
     */
    default <T> Optional<T> as(Class<T> capability) {
        return capability.isInstance(this) ? Optional.of(capability.cast(this)) : Optional.empty();
    }

    /** The models it asks, by name, where it is made of others: what each of them is worth alone can be measured. */
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
