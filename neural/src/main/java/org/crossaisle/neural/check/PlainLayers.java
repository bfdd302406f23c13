package org.crossaisle.neural.check;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Layers in plain Java, one number at a time in double precision: what libtorch's results are compared with. */
final class PlainLayers {
    private static final double EPSILON = 1e-5;
    private static final double SMALLEST_TERM = 1e-17;

    private PlainLayers() {}

    /** x W<sup>T</sup> + b: [rows, out] for x of [rows, in]. */
    static double[][] linear(double[][] x, LayerWeights weights) {
        double[][] y = new double[x.length][];
        for (int row = 0; row < x.length; row++) {
            y[row] = linear(x[row], weights.of("weight"), weights.of("bias"));
        }
        return y;
    }

    /** [out] for x of [in]. */
    static double[] linear(double[] x, double[] weight, double[] bias) {
        double[] y = bias.clone();
        for (int out = 0; out < y.length; out++) {
            for (int in = 0; in < x.length; in++) {
                y[out] += weight[out * x.length + in] * x[in];
            }
        }
        return y;
    }

    /** [rows, d] for x of [rows, d]. */
    static double[][] layerNorm(double[][] x, LayerWeights weights) {
        double[] weight = weights.of("weight");
        double[] bias = weights.of("bias");
        double[][] y = new double[x.length][weight.length];
        for (int row = 0; row < x.length; row++) {
            double mean = Arrays.stream(x[row]).average().orElseThrow();
            double variance = Arrays.stream(x[row])
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            for (int at = 0; at < weight.length; at++) {
                y[row][at] = (x[row][at] - mean) / Math.sqrt(variance + EPSILON) * weight[at] + bias[at];
            }
        }
        return y;
    }

    static double[][] each(double[][] x, DoubleUnaryOperator operator) {
        return Arrays.stream(x)
                .map(row -> Arrays.stream(row).map(operator).toArray())
                .toArray(double[][]::new);
    }

    static double[][] sum(double[][] x, double[][] y) {
        double[][] sum = new double[x.length][x[0].length];
        for (int row = 0; row < x.length; row++) {
            for (int at = 0; at < sum[row].length; at++) {
                sum[row][at] = x[row][at] + y[row][at];
            }
        }
        return sum;
    }

    /** The sum of products of {@code length} numbers, from where each begins. */
    static double dot(double[] x, int xFrom, double[] y, int yFrom, int length) {
        double sum = 0;
        for (int at = 0; at < length; at++) {
            sum += x[xFrom + at] * y[yFrom + at];
        }
        return sum;
    }

    static double[] softmax(double... scores) {
        double max = Arrays.stream(scores).max().orElseThrow();
        double[] weights =
                Arrays.stream(scores).map(score -> Math.exp(score - max)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double silu(double x) {
        return x * sigmoid(x);
    }

    static double gelu(double x) {
        return x * (1 + erf(x / Math.sqrt(2))) / 2;
    }

    /** Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, equation 7.1.6: all terms have one sign. */
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > SMALLEST_TERM * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
