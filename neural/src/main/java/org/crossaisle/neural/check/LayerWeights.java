package org.crossaisle.neural.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * The weights of a layer as Java holds them, by the names of {@link Parameters}. They are drawn anew, since many
 * weights begin as 0 or 1, where a mistake would not be seen.
 */
final class LayerWeights {
    private final Map<String, double[]> values;
    private final String prefix;

    private LayerWeights(Map<String, double[]> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    /** Overwrites all parameters, and keeps what they are now. The same seed gives the same weights. */
    static LayerWeights draw(Parameters parameters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, double[]> values = new LinkedHashMap<>();
        parameters.all().forEach((name, tensor) -> {
            float[] drawn = Numbers.draw(random, bound(tensor), Math.toIntExact(tensor.numel()));
            Values.fill(tensor, drawn);
            values.put(name, Numbers.doubles(drawn));
        });
        return new LayerWeights(values, "");
    }

    /** So large that a matrix keeps the size of what goes through it. */
    private static double bound(Tensor tensor) {
        return tensor.dim() < 2 ? 1 : Math.sqrt(3.0 / tensor.size(1));
    }

    /** The weights of a layer within this one. */
    LayerWeights in(String layer) {
        return new LayerWeights(values, prefix + layer + ".");
    }

    /** Row after row. */
    double[] of(String name) {
        double[] found = values.get(prefix + name);
        if (found == null) {
            throw new IllegalArgumentException("there is no weight " + prefix + name + " in " + values.keySet());
        }
        return found;
    }
}
