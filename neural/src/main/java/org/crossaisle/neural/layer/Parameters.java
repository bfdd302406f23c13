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
 * The trainable tensors of a network by name, in the order they were made. Names are those libtorch would give: those of the
 * layers on the way, joined by dots.
 *
 * <p>Where a start value is drawn, it depends on the seed and the name alone, so a layer more or less leaves the others
 * as they are.
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

    /** None yet, in single precision. */
    public Parameters(long seed) {
        this(seed, ScalarType.Float);
    }

    /** None yet. */
    Parameters(long seed, ScalarType type) {
        this(new LinkedHashMap<>(), "", seed, type);
    }

    /** The same parameters, where names begin with that of a layer. */
    public Parameters of(String layer) {
        return new Parameters(tensors, prefix + layer + ".", seed, type);
    }

    /** A new parameter, drawn from a normal distribution around 0. */
    public Tensor normal(String name, double deviation, long... shape) {
        return drawn(name, random -> deviation * random.nextGaussian(), shape);
    }

    /** A new parameter, drawn evenly from [-bound, bound). */
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

    /** A new parameter with one value everywhere. */
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

    /** Whether no value of any parameter is infinite or not a number. */
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
