package org.crossaisle.neural.check;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.crossaisle.neural.layer.FrequencyBlock;
import org.crossaisle.neural.layer.TransductionBlock;

/**
 * Sequences of tokens that lie one after the other, and layers over them in plain Java. The equations are those of the
 * layers of the same names in {@code layer}.
 */
final class PlainSequences {
    private final double[][] x; // [rows, d]
    private final int[] firsts; // [rows]: the first row of each row's sequence

    PlainSequences(double[][] x, int... lengths) {
        this.x = x;
        firsts = new int[x.length];
        int row = 0;
        for (int length : lengths) {
            Arrays.fill(firsts, row, row + length, row);
            row += length;
        }
    }

    /** A Transformer block: [rows, d]. */
    double[][] transformer(LayerWeights weights, int heads) {
        double[][] attended = attention(PlainLayers.layerNorm(x, weights.in("norm1")), weights.in("attention"), heads);
        double[][] y = PlainLayers.sum(x, attended);
        return PlainLayers.sum(y, widened(PlainLayers.layerNorm(y, weights.in("norm2")), weights));
    }

    /** A BSARec block: [rows, d]. */
    double[][] frequency(LayerWeights weights, FrequencyBlock.Shape shape) {
        double[] response = lowPass(shape.window(), shape.frequencies());
        double[] fast = weights.of("fast");
        double[][] filtered = new double[x.length][shape.dimension()];
        for (int row = 0; row < x.length; row++) {
            for (int at = 0; at < shape.dimension(); at++) {
                double slow = 0;
                for (int earlier = firsts[row]; earlier <= row; earlier++) {
                    slow += response[row - earlier] * x[earlier][at];
                }
                filtered[row][at] = slow + fast[at] * fast[at] * (x[row][at] - slow);
            }
        }
        double[][] a = PlainLayers.layerNorm(PlainLayers.sum(x, filtered), weights.in("norm1"));
        double[][] attended = attention(x, weights.in("attention"), shape.heads());
        double[][] c = PlainLayers.layerNorm(PlainLayers.sum(x, attended), weights.in("norm2"));
        double share = shape.share();
        double[][] h = PlainLayers.sum(
                PlainLayers.each(a, value -> share * value), PlainLayers.each(c, value -> (1 - share) * value));
        return PlainLayers.layerNorm(PlainLayers.sum(h, widened(h, weights)), weights.in("norm3"));
    }

    private static double[] lowPass(int window, int frequencies) {
        double[] response = new double[window];
        for (int lag = 0; lag < window; lag++) {
            double sum = 1;
            for (int k = 1; k < frequencies; k++) {
                sum += 2 * Math.cos(2 * Math.PI * k * lag / window);
            }
            response[lag] = sum / window;
        }
        return response;
    }

    /** W2 gelu(W1 h). */
    private static double[][] widened(double[][] h, LayerWeights weights) {
        double[][] inner = PlainLayers.each(PlainLayers.linear(h, weights.in("linear1")), PlainLayers::gelu);
        return PlainLayers.linear(inner, weights.in("linear2"));
    }

    /** [rows, d] for rows h of [rows, d]. */
    private double[][] attention(double[][] h, LayerWeights weights, int heads) {
        double[][] all = PlainLayers.linear(h, weights.in("inputs")); // [rows, queries, keys, values]
        int dimension = all[0].length / 3;
        int width = dimension / heads;
        double[][] attended = new double[h.length][dimension];
        for (int row = 0; row < h.length; row++) {
            for (int from = 0; from < dimension; from += width) {
                double[] scores = new double[row - firsts[row] + 1];
                for (int at = 0; at < scores.length; at++) {
                    scores[at] = PlainLayers.dot(all[row], from, all[firsts[row] + at], dimension + from, width)
                            / Math.sqrt(width);
                }
                addWeighted(attended[row], from, PlainLayers.softmax(scores), row, all, 2 * dimension + from, width);
            }
        }
        return PlainLayers.linear(attended, weights.in("output"));
    }

    /** Adds the weighted parts of the rows from the first of a row's sequence on. */
    private void addWeighted(double[] to, int toFrom, double[] weights, int row, double[][] rows, int from, int width) {
        for (int at = 0; at < weights.length; at++) {
            for (int column = 0; column < width; column++) {
                to[toFrom + column] += weights[at] * rows[firsts[row] + at][from + column];
            }
        }
    }

    /** An HSTU block: [rows, d]. */
    double[][] transduction(LayerWeights weights, TransductionBlock.Shape shape, IntBinaryOperator bucket) {
        int dimension = shape.dimension();
        int width = dimension / shape.heads();
        double[][] all = PlainLayers.each(
                PlainLayers.linear(PlainLayers.layerNorm(x, weights.in("norm1")), weights.in("inputs")),
                PlainLayers::silu); // [rows, U, V, Q, K]
        double[] distances = weights.of("distances");
        double[] times = weights.of("times");
        double[][] attended = new double[x.length][dimension];
        for (int row = 0; row < x.length; row++) {
            for (int from = 0; from < dimension; from += width) {
                double[] found = new double[row - firsts[row] + 1];
                for (int at = 0; at < found.length; at++) {
                    int earlier = firsts[row] + at;
                    double score =
                            PlainLayers.dot(all[row], 2 * dimension + from, all[earlier], 3 * dimension + from, width);
                    double bias = distances[row - earlier] + times[bucket.applyAsInt(row, earlier)];
                    found[at] = PlainLayers.silu(score + bias) / shape.distances();
                }
                addWeighted(attended[row], from, found, row, all, dimension + from, width);
            }
        }
        double[][] gated = PlainLayers.layerNorm(attended, weights.in("norm2"));
        for (int row = 0; row < gated.length; row++) {
            for (int at = 0; at < dimension; at++) {
                gated[row][at] *= all[row][at];
            }
        }
        return PlainLayers.sum(x, PlainLayers.linear(gated, weights.in("output")));
    }

    /** Several means of the tokens up to each: [rows, interests d]. */
    double[][] interests(LayerWeights weights, int interests) {
        double[][] hidden = PlainLayers.each(PlainLayers.linear(x, weights.in("hidden")), Math::tanh);
        double[] asked = weights.of("asked"); // [interests, width]
        int width = hidden[0].length;
        int dimension = x[0].length;
        double[][] means = new double[x.length][interests * dimension];
        for (int row = 0; row < x.length; row++) {
            for (int interest = 0; interest < interests; interest++) {
                double[] scores = new double[row - firsts[row] + 1];
                for (int at = 0; at < scores.length; at++) {
                    scores[at] = PlainLayers.dot(hidden[firsts[row] + at], 0, asked, interest * width, width);
                }
                addWeighted(means[row], interest * dimension, PlainLayers.softmax(scores), row, x, 0, dimension);
            }
        }
        return means;
    }
}
