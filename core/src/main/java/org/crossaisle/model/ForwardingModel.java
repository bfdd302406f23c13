package org.crossaisle.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that forwards to another one; subclasses add or replace behaviour. {@link #as} also offers the other model's
 * capabilities. Threads may share it if they may share the other model.
 */
public abstract class ForwardingModel implements Model {
    private final Model inner;

    protected ForwardingModel(Model inner) {
        this.inner = inner;
    }

    /** The capability of this model itself, else that of the other one. */
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
