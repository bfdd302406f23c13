package org.crossaisle.neural.content.vector;

import java.util.Arrays;
import java.util.BitSet;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;

/**
 * The linear map that gives the vectors it was fitted on mean zero and identity covariance, reduced to the directions
 * of largest variance.
 *
 * <p>The vectors of pretrained encoders lie in a narrow cone, so that all items seem similar; after whitening they use
 * the whole space. Source: Zhang et al., Are ID Embeddings Necessary? Whitening Pre-trained Text Embeddings for
 * Effective Sequential Recommendation, ICDE 2024. Differences: a ridge, and whitening along the principal axes, which
 * allows the reduction; the layers that follow are linear, so a rotation makes no difference.
 */
public final class Whitening {
    /*
     * C = V diag(l) Vt is the covariance, y = (x - m) V diag(1 / sqrt(l + r)), with the ridge r a small fraction of the
     * mean variance. A direction whose variance is below the ridge is noise, or does not exist if there are fewer
     * vectors than dimensions, and is dropped. The sign of an eigenvector is arbitrary; the first component that is at
     * least half as large as the largest is made positive, so that the same vectors give the same map.
     */
    private static final double RIDGE = 1e-4;
    private static final int CHUNK = 4096;

    private final float[] mean; // [d]
    private final float[] map; // [d, k], row-major
    private final int dimension;

    private Whitening(float[] mean, float[] map) {
        this.mean = mean;
        this.map = map;
        this.dimension = mean.length == 0 ? 0 : map.length / mean.length;
    }

    /**
     * Fits the map.
     *
     * @param rows the rows, some of which the map is fitted on: [rows, d]
     * @param fitted the rows to fit on; with fewer than two, no direction is kept
     * @param most maximum number of directions to keep
     */
    public static Whitening fit(float[][] rows, BitSet fitted, int most) {
        int[] chosen = fitted.stream().toArray();
        if (chosen.length < 2) {
            return new Whitening(new float[0], new float[0]);
        }
        float[] mean = mean(rows, chosen);
        int from = mean.length;
        try (TensorScope scope = TensorScope.plain()) {
            Tensor covariance = covariance(rows, chosen, mean); // [d, d]
            T_TensorTensor_T decomposed = torch.linalg_eigh(covariance, "L");
            float[] variances = Values.floats(decomposed.get0().to(torch.ScalarType.Float)); // [d], ascending
            float[] directions = Values.floats(decomposed.get1().to(torch.ScalarType.Float)); // [d, d], in columns
            double ridge = RIDGE * sum(variances) / from;
            int kept = 0;
            while (kept < Math.min(most, from) && variances[from - 1 - kept] > ridge) {
                kept++;
            }
            float[] map = new float[from * kept];
            for (int to = 0; to < kept; to++) {
                int column = from - 1 - to;
                double factor = sign(directions, from, column) / Math.sqrt(variances[column] + ridge);
                for (int at = 0; at < from; at++) {
                    map[at * kept + to] = (float) (factor * directions[at * from + column]);
                }
            }
            return new Whitening(mean, map);
        }
    }

    private static float[] mean(float[][] rows, int... chosen) {
        double[] sums = new double[rows[chosen[0]].length];
        for (int row : chosen) {
            for (int at = 0; at < sums.length; at++) {
                sums[at] += rows[row][at];
            }
        }
        float[] mean = new float[sums.length];
        for (int at = 0; at < mean.length; at++) {
            mean[at] = (float) (sums[at] / chosen.length);
        }
        return mean;
    }

    private static Tensor covariance(float[][] rows, int[] chosen, float... mean) {
        int d = mean.length;
        Tensor products = Values.onCpu(new double[d * d], d, d);
        for (int from = 0; from < chosen.length; from += CHUNK) {
            int count = Math.min(CHUNK, chosen.length - from);
            double[] centred = new double[count * d];
            for (int row = 0; row < count; row++) {
                for (int at = 0; at < d; at++) {
                    centred[row * d + at] = (double) rows[chosen[from + row]][at] - mean[at];
                }
            }
            try (TensorScope chunk = TensorScope.plain()) {
                Tensor x = Values.onCpu(centred, count, d); // [count, d]
                products.add_(x.t().matmul(x)); // [d, d]
            }
        }
        return products.div(Values.onCpu(new double[] {chosen.length}, 1));
    }

    private static double sum(float... values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static int sign(float[] directions, int size, int column) {
        float greatest = 0;
        for (int at = 0; at < size; at++) {
            greatest = Math.max(greatest, Math.abs(directions[at * size + column]));
        }
        for (int at = 0; at < size; at++) {
            float value = directions[at * size + column];
            if (Math.abs(value) >= greatest / 2) {
                return value < 0 ? -1 : 1;
            }
        }
        return 1;
    }

    /** Number of directions kept. */
    public int dimension() {
        return dimension;
    }

    /** The given rows whitened, all others zero: [rows, k]. */
    public float[][] apply(float[][] rows, BitSet on) {
        float[][] whitened = new float[rows.length][dimension];
        Arrays.parallelSetAll(whitened, row -> dimension > 0 && on.get(row) ? apply(rows[row]) : whitened[row]);
        return whitened;
    }

    private float[] apply(float... vector) {
        float[] whitened = new float[dimension];
        for (int at = 0; at < vector.length; at++) {
            float centred = vector[at] - mean[at];
            for (int to = 0; to < dimension; to++) {
                whitened[to] += centred * map[at * dimension + to];
            }
        }
        return whitened;
    }
}
