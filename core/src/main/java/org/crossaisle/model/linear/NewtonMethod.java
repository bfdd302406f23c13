package org.crossaisle.model.linear;

import org.crossaisle.Bounds;

/**
 * Newton's method with a line search, for maximising smooth objectives of few weights. A step that lowers the objective
 * is halved until it no longer does.
 *
 * <p>Source: Boyd and Vandenberghe, Convex Optimization, 2004, section 9.5, for a maximum; a step is taken when it does
 * not lower the objective, which is enough for the concave objectives used here.
 *
 * @param steps the maximum number of steps, at least 1
 * @param enough the search ends after a step that raises the objective by less, at least 0
 */
public record NewtonMethod(int steps, double enough) {
    private static final double SHORTEST = 1e-4; // of a whole step
    private static final double ROUNDING = 1e-14; // relative error of a sum over many examples

    public NewtonMethod {
        Bounds.atLeast("steps", steps, 1);
        Bounds.notNegative("enough", enough);
    }

    /** A function of the weights to maximise. */
    @FunctionalInterface
    public interface Objective {
        Point at(double[] weights);
    }

    /** The objective at some weights. */
    public static final class Point {
        private final double value;
        private final double[] gradient;
        private final double[][] curvature;

        /**
         * Keeps the arrays without copying them.
         *
         * @param gradient [weights]
         * @param curvature the negated Hessian or a bound of it, symmetric and positive definite: [weights][weights]
         */
        public Point(double value, double[] gradient, double[][] curvature) {
            this.value = value;
            this.gradient = gradient;
            this.curvature = curvature;
        }
    }

    /** The weights at which the objective is largest: [weights]. */
    public double[] maximise(Objective objective, double... start) {
        double[] weights = start.clone();
        Point here = objective.at(weights);
        for (int step = 0; step < steps; step++) {
            double[] move = LinearEquations.solve(here.curvature, here.gradient);
            double length = 1;
            double[] other = moved(weights, move, length);
            Point there = objective.at(other);
            while (isWorse(there, here) && length > SHORTEST) {
                length /= 2;
                other = moved(weights, move, length);
                there = objective.at(other);
            }
            if (isWorse(there, here)) {
                break;
            }
            double gained = there.value - here.value;
            weights = other;
            here = there;
            if (gained < enough) {
                break;
            }
        }
        return weights;
    }

    /** True for NaN and for a decrease that rounding cannot explain. */
    private static boolean isWorse(Point there, Point here) {
        return !(there.value >= here.value - ROUNDING * Math.abs(here.value));
    }

    private static double[] moved(double[] weights, double[] move, double length) {
        double[] moved = weights.clone();
        for (int at = 0; at < moved.length; at++) {
            moved[at] += length * move[at];
        }
        return moved;
    }
}
