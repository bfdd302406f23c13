package org.crossaisle.neural.predict;

import java.util.Map;
import java.util.TreeMap;

/** The forms of predictors there are, by name, each with its defaults. A new one is a class and a line here. */
public final class Predictors {
    private Predictors() {}

    /** Every form by its name. */
    public static Map<String, Record> named() {
        return new TreeMap<>(Map.of("dot", Dot.DEFAULTS, "cosine", Cosine.DEFAULTS, "scaled", Scaled.DEFAULTS));
    }
}
