package org.crossaisle.neural.compress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.train.FrozenParameters;

/**
 * Pruning of the linear layers of a trained user encoder.
 *
 * @param parameters parameters of the whole network
 */
record Pruning(Parameters parameters) {
    private static final String USERS = "users.";
    private static final String WIDENING = "linear1.";
    private static final String NARROWING = "linear2.weight";

    /**
     * Sets the smallest weights by absolute value to 0; of equal ones, the earlier first.
     *
     * @param share share of the weights, in (0, 1)
     * @param ofEach whether the share applies to each matrix, rather than to all together
     * @return the frozen parameters that keep them at 0
     */
    FrozenParameters zero(double share, boolean ofEach) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        matrices().forEach((name, tensor) -> weights.put(name, Values.floats(tensor)));
        Map<String, float[]> kept = new HashMap<>();
        if (ofEach) {
            weights.forEach((name, values) -> kept.putAll(kept(Map.of(name, values), share)));
        } else {
            kept.putAll(kept(weights, share));
        }
        Map<String, Tensor> moving = new HashMap<>();
        weights.forEach((name, values) -> {
            float[] mask = kept.getOrDefault(name, new float[0]);
            for (int at = 0; at < values.length; at++) {
                values[at] = mask[at] == 0 ? 0 : values[at];
            }
            Tensor parameter = parameter(name);
            Values.fill(parameter, values);
            moving.put(name, Values.of(mask, parameter.shape()));
        });
        return new FrozenParameters(moving);
    }

    /** The weights of the encoder's linear and recurrent layers by name. */
    Map<String, Tensor> matrices() {
        Map<String, Tensor> matrices = new LinkedHashMap<>();
        parameters.all().forEach((name, tensor) -> {
            if (isWeight(name) && tensor.dim() == 2) {
                matrices.put(name, tensor);
            }
        });
        return matrices;
    }

    /** Whether a name is that of a weight matrix of the user encoder. */
    static boolean isWeight(String name) {
        return name.startsWith(USERS) && name.startsWith("weight", name.lastIndexOf('.') + 1);
    }

    /** A mask for each weight: 0 if it is in the share with the smallest absolute values, 1 if it is kept. */
    static Map<String, float[]> kept(Map<String, float[]> weights, double share) {
        int size = weights.values().stream().mapToInt(values -> values.length).sum();
        float[] sizes = new float[size];
        int at = 0;
        for (float[] values : weights.values()) {
            for (float value : values) {
                sizes[at++] = Math.abs(value);
            }
        }
        float[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int removed = (int) Math.round(share * size);
        float bound = removed == 0 ? -1 : sorted[removed - 1]; // the largest that is pruned
        int equal = removed; // number to prune of those equal to the bound
        for (float value : sizes) {
            equal -= value < bound ? 1 : 0;
        }
        Map<String, float[]> kept = new HashMap<>();
        for (Map.Entry<String, float[]> entry : weights.entrySet()) {
            float[] mask = new float[entry.getValue().length];
            for (int weight = 0; weight < mask.length; weight++) {
                float value = Math.abs(entry.getValue()[weight]);
                boolean goes = value < bound || (value == bound && equal-- > 0);
                mask[weight] = goes ? 0 : 1;
            }
            kept.put(entry.getKey(), mask);
        }
        return kept;
    }

    /**
     * Fills a network that has fewer hidden units per block: with the rows of largest weight, in their order, and with
     * all other parameters unchanged.
     */
    void narrowTo(Parameters pruned) {
        pruned.all().forEach((name, tensor) -> {
            Tensor original = parameter(name);
            if (Arrays.equals(original.shape(), tensor.shape())) {
                Values.fill(tensor, Values.floats(original));
            } else if (name.contains(WIDENING)) {
                Values.fill(
                        tensor, rows(Values.floats(original), (int) original.size(0), strongest(name, tensor.size(0))));
            } else if (name.endsWith(NARROWING)) {
                Values.fill(
                        tensor,
                        columns(
                                Values.floats(original),
                                (int) original.size(1),
                                strongest(name.replace(NARROWING, WIDENING), tensor.size(1))));
            } else {
                throw new IllegalArgumentException(name + " has shape " + Arrays.toString(original.shape())
                        + ", the narrow one " + Arrays.toString(tensor.shape()));
            }
        });
    }

    private int[] strongest(String name, long count) {
        Tensor weight = parameter(name.substring(0, name.indexOf(WIDENING)) + WIDENING + "weight");
        return strongest(Values.floats(weight), (int) weight.size(1), (int) count);
    }

    /** The rows with the largest sums of absolute values, ascending by row; of equal ones, the earlier first. */
    static int[] strongest(float[] matrix, int columns, int count) {
        double[] sums = new double[matrix.length / columns];
        for (int at = 0; at < matrix.length; at++) {
            sums[at / columns] += Math.abs(matrix[at]);
        }
        List<Integer> rows = IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -sums[row]))
                .toList();
        return rows.subList(0, count).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static float[] rows(float[] matrix, int rows, int... kept) {
        int columns = matrix.length / rows;
        float[] pruned = new float[kept.length * columns];
        for (int at = 0; at < kept.length; at++) {
            System.arraycopy(matrix, kept[at] * columns, pruned, at * columns, columns);
        }
        return pruned;
    }

    private static float[] columns(float[] matrix, int columns, int... kept) {
        int rows = matrix.length / columns;
        float[] pruned = new float[rows * kept.length];
        for (int row = 0; row < rows; row++) {
            for (int at = 0; at < kept.length; at++) {
                pruned[row * kept.length + at] = matrix[row * columns + kept[at]];
            }
        }
        return pruned;
    }

    private Tensor parameter(String name) {
        Tensor tensor = parameters.all().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no parameter " + name);
        }
        return tensor;
    }
}
