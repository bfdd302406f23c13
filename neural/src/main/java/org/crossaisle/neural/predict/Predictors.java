package org.crossaisle.neural.predict;

import java.util.Map;
import java.util.TreeMap;

/** All kinds of predictors by name, each with its default settings. To add one, write a class and add a line here. */
public final class Predictors {
    private Predictors() {}

    /** Every kind by its name. */
    public static Map<String, Record> named() {
        return new TreeMap<>(Map.of("dot", Dot.DEFAULTS, "cosine", Cosine.DEFAULTS, "scaled", Scaled.DEFAULTS));
    }
}
