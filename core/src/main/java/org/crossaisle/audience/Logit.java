package org.crossaisle.audience;

import java.util.Arrays;
import org.crossaisle.model.linear.LinearEquations;

/**
 * Logistic regression: P = 1 / (1 + exp(-w . x)), learnt by the likelihood less a small ridge, with Newton's steps.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition 2009, section 4.4.1, equation
 * 4.27.
 */
final class Logit {
    private static final int MOST_STEPS = 50;
    private static final double RIDGE = 1e-4; // of each example
    private static final double ENOUGH = 1e-8;

    private Logit() {}

    /** @param x as long as the weights */
    static double probability(double[] weights, double... x) {
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at] * x[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * The weights under which what came true is most likely.
     *
     * @param examples [examples][features]
     * @param came [examples]
     */
    static double[] learn(double[][] examples, boolean... came) {
        int width = examples[0].length;
        double[] weights = new double[width];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[width];
            double[][] curvature = new double[width][width];
            for (int at = 0; at < examples.length; at++) {
                add(examples[at], came[at], weights, gradient, curvature);
            }
            for (int a = 0; a < width; a++) {
                gradient[a] -= RIDGE * examples.length * weights[a];
                curvature[a][a] += RIDGE * examples.length;
            }
            double[] move = LinearEquations.solve(curvature, gradient);
            double greatest = Arrays.stream(move).map(Math::abs).max().orElse(0);
            double length = Math.min(1, 5 / Math.max(5, greatest)); // far from the end a whole step may overshoot
            for (int a = 0; a < width; a++) {
                weights[a] += length * move[a];
            }
            if (greatest < ENOUGH) {
                break;
            }
        }
        return weights;
    }

    private static void add(double[] x, boolean came, double[] weights, double[] gradient, double[][] curvature) {
        double probability = probability(weights, x);
        double error = (came ? 1 : 0) - probability;
        double weight = probability * (1 - probability);
        for (int a = 0; a < x.length; a++) {
            gradient[a] += error * x[a];
            for (int b = 0; b < x.length; b++) {
                curvature[a][b] += weight * x[a] * x[b];
            }
        }
    }
}
