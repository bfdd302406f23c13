package org.crossaisle.neural.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Torch;
import org.crossaisle.neural.tensor.Values;

/**
 * The trainable tensors of a network by name, in the order of creation. The names are those libtorch would give: the
 * names of the enclosing layers, joined by dots.
 *
 * <p>A random initial value depends only on the seed and the name, so adding or removing a layer does not change the
 * others.
 */
public final class Parameters {
    static {
        Torch.start();
    }

    private final Map<String, Tensor> tensors;
    private final String prefix;
    private final long seed;
    private final ScalarType type;

    private Parameters(Map<String, Tensor> tensors, String prefix, long seed, ScalarType type) {
        this.tensors = tensors;
        this.prefix = prefix;
        this.seed = seed;
        this.type = type;
    }

    /** An empty set, in single precision. */
    public Parameters(long seed) {
        this(seed, ScalarType.Float);
    }

    /** An empty set. */
    Parameters(long seed, ScalarType type) {
        this(new LinkedHashMap<>(), "", seed, type);
    }

    /** A view of the same parameters that prefixes names with the name of a layer. */
    public Parameters of(String layer) {
        return new Parameters(tensors, prefix + layer + ".", seed, type);
    }

    /** A new parameter, initialised from a normal distribution with mean 0. */
    public Tensor normal(String name, double deviation, long... shape) {
        return drawn(name, random -> deviation * random.nextGaussian(), shape);
    }

    /** A new parameter, initialised uniformly from [-bound, bound). */
    public Tensor uniform(String name, double bound, long... shape) {
        return drawn(name, random -> bound * (2 * random.nextDouble() - 1), shape);
    }

    private Tensor drawn(String name, ToDoubleFunction<SplittableRandom> value, long... shape) {
        SplittableRandom random = new SplittableRandom(seed ^ ((prefix + name).hashCode() * 0x9E3779B97F4A7C15L));
        int size = 1;
        for (long axis : shape) {
            size = Math.multiplyExact(size, Math.toIntExact(axis));
        }
        float[] values = new float[size];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) value.applyAsDouble(random);
        }
        return add(name, Values.of(values, shape).to(type));
    }

    /** A new parameter, initialised with one value. */
    public Tensor constant(String name, double value, long... shape) {
        return add(name, Values.full(value, type, shape));
    }

    private Tensor add(String name, Tensor tensor) {
        tensor.set_requires_grad(true);
        if (tensors.putIfAbsent(prefix + name, tensor) != null) {
            throw new IllegalArgumentException("there are two parameters named " + prefix + name);
        }
        return tensor;
    }

    /** Whether all values of all parameters are finite. */
    public boolean areFinite() {
        try (TensorScope scope = TensorScope.plain()) {
            return tensors.values().stream()
                    .allMatch(tensor -> tensor.isfinite().all().item_bool());
        }
    }

    /** Every parameter by its full name. */
    public Map<String, Tensor> all() {
        return Collections.unmodifiableMap(tensors);
    }
}
