package org.crossaisle.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model with the scores and the state of another one, which adds to it or replaces something of it. It can do all
 * that the other one can, as {@link #as} tells. Threads may share it where they may share the other one.
 */
public abstract class ForwardingModel implements Model {
    private final Model inner;

    protected ForwardingModel(Model inner) {
        this.inner = inner;
    }

    /** What this model can do itself, else what the other one can. */
    @Override
    public <T> Optional<T> as(Class<T> capability) {
        return capability.isInstance(this) ? Optional.of(capability.cast(this)) : inner.as(capability);
    }

    @Override
    public int items() {
        return inner.items();
    }

    @Override
    public void score(Query query, float[] scores) {
        inner.score(query, scores);
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        inner.score(queries, scores);
    }

    @Override
    public Map<String, Model> parts() {
        return inner.parts();
    }

    @Override
    public State state() {
        return inner.state();
    }
}
