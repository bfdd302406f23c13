package org.crossaisle.recommend.crossing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Lazily created values, one for each category level. Threads may share it. */
public final class PerLevel<T> {
    private final IntFunction<? extends T> maker;
    private final Map<Integer, T> made = new HashMap<>();

    public PerLevel(IntFunction<? extends T> maker) {
        this.maker = maker;
    }

    public synchronized T of(int level) {
        return made.computeIfAbsent(level, maker::apply);
    }
}
