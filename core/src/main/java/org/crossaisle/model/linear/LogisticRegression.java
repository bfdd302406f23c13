package org.crossaisle.model.linear;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * Logistic regression: P = 1 / (1 + exp(-w . x)). The weights maximise the mean log-likelihood less ridge / 2 *
 * |w|<sup>2</sup>.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition 2009, section 4.4.1,
 * equations 4.20 to 4.27.
 */
public final class LogisticRegression {
    /** After a step with a smaller gain, the remaining gain is far below the precision of a double. */
    private static final NewtonMethod NEWTON = new NewtonMethod(100, 1e-15);

    private final int count;
    private final IntFunction<double[]> features;
    private final IntToDoubleFunction target;
    private final double ridge;

    private LogisticRegression(int count, IntFunction<double[]> features, IntToDoubleFunction target, double ridge) {
        this.count = count;
        this.features = features;
        this.target = target;
        this.ridge = ridge;
    }

    /** The probability of the positive class for an example with as many features as weights. */
    public static double probability(double[] weights, double... x) {
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at] * x[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * Fits the weights.
     *
     * @param count number of examples, at least 1
     * @param features of an example, as many as the weights
     * @param target of an example, in [0, 1]; 1 is positive
     * @param ridge above 0, so that the weights stay finite when the features separate the classes
     * @param start the initial weights
     * @return [weights]
     */
    public static double[] fit(
            int count, IntFunction<double[]> features, IntToDoubleFunction target, double ridge, double... start) {
        return NEWTON.maximise(new LogisticRegression(count, features, target, ridge)::at, start);
    }

    private NewtonMethod.Point at(double... weights) {
        int width = weights.length;
        double value = 0;
        double[] gradient = new double[width];
        double[][] curvature = new double[width][width];
        for (int at = 0; at < count; at++) {
            value += add(features.apply(at), target.applyAsDouble(at), weights, gradient, curvature);
        }
        value /= count;
        for (int a = 0; a < width; a++) {
            value -= ridge * weights[a] * weights[a] / 2;
            gradient[a] = gradient[a] / count - ridge * weights[a];
            for (int b = 0; b < width; b++) {
                curvature[a][b] /= count;
            }
            curvature[a][a] += ridge;
        }
        return new NewtonMethod.Point(value, gradient, curvature);
    }

    /** Adds an example to the sums and returns its log-likelihood. */
    private static double add(double[] x, double target, double[] weights, double[] gradient, double[][] curvature) {
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            sum += weights[a] * x[a];
        }
        double probability = 1 / (1 + Math.exp(-sum));
        double error = target - probability;
        double weight = probability * (1 - probability);
        for (int a = 0; a < x.length; a++) {
            gradient[a] += error * x[a];
            for (int b = 0; b < x.length; b++) {
                curvature[a][b] += weight * x[a] * x[b];
            }
        }
        // log P = -log(1 + exp(-sum)) and log(1 - P) = log P - sum, with no exponential of a large number
        return Math.min(sum, 0) - Math.log1p(Math.exp(-Math.abs(sum))) - (1 - target) * sum;
    }
}
