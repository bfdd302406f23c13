package org.crossaisle.neural.loss;

import java.util.LinkedHashMap;
import java.util.Map;

/** All losses by name, each with its default settings. To add a loss, write a class and add a line here. */
public final class Losses {
    private Losses() {}

    /** Every loss by its name. */
    public static Map<String, Record> named() {
        Map<String, Record> named = new LinkedHashMap<>();
        named.put("automatic", AutomaticLoss.DEFAULTS);
        named.put("cross-entropy", CrossEntropy.DEFAULTS);
        named.put("sampled-softmax", SampledSoftmax.DEFAULTS);
        named.put("bpr", Bpr.DEFAULTS);
        named.put("bce", BinaryCrossEntropy.DEFAULTS);
        named.put("squared-error", SquaredError.DEFAULTS);
        return named;
    }
}
