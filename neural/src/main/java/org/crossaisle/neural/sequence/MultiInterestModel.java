package org.crossaisle.neural.sequence;

import java.util.List;
import java.util.Optional;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * A model with several vectors per user. An item is scored by the vector that matches it best, so the model cannot
 * offer a single user vector.
 *
 * <p>Threads may share it.
 */
record MultiInterestModel(EncodedModel encoded) implements Model {
    /** Exposes the network, but not as a model with one vector per user. */
    @Override
    public <T> Optional<T> as(Class<T> capability) {
        return capability == EncodedModel.class ? Optional.of(capability.cast(encoded)) : Model.super.as(capability);
    }

    @Override
    public int items() {
        return encoded.items();
    }

    @Override
    public void score(Query query, float[] scores) {
        encoded.score(query, scores);
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        encoded.score(queries, scores);
    }

    @Override
    public State state() {
        return encoded.state();
    }
}
