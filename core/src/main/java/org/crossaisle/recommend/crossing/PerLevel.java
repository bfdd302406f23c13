package org.crossaisle.recommend.crossing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.crossaisle.PublicApi;

/** Lazily created values, one for each category level. Threads may share it. */
@PublicApi
public final class PerLevel<T> {
    private final IntFunction<? extends T> factory;
    private final Map<Integer, T> values = new HashMap<>();

    public PerLevel(IntFunction<? extends T> factory) {
        this.factory = factory;
    }

    public synchronized T of(int level) {
        return values.computeIfAbsent(level, factory::apply);
    }
}
