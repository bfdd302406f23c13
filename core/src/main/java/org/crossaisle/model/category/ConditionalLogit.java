package org.crossaisle.model.category;

import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.model.linear.NewtonMethod;

/**
 * A conditional logit model: each alternative has features x and is chosen with probability proportional to exp(w . x).
 *
 * <p>Weights maximise the likelihood minus a ridge penalty, by Newton's method. When several alternatives are right,
 * any of them counts. Since the model is linear, it is calibrated on the examples for frequent alternatives: the
 * expected features equal the observed ones.
 *
 * <p>Source: McFadden, Conditional logit analysis of qualitative choice behavior, Frontiers in Econometrics, 1974,
 * equations 18 and 20.
 */
final class ConditionalLogit {
    private static final NewtonMethod NEWTON = new NewtonMethod(60, 1e-7);
    private static final double RIDGE = 1e-3;

    /**
     * One observed choice.
     *
     * @param features [alternatives, width]
     * @param right the right alternatives, at least one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Example(float[] features, int[] right) {}

    private ConditionalLogit() {}

    /**
     * Writes the probabilities.
     *
     * @param features [alternatives, width]
     * @param weights [width]
     * @param probabilities [alternatives], overwritten
     */
    static void probabilities(float[] features, double[] weights, float[] probabilities) {
        double most = Double.NEGATIVE_INFINITY;
        double[] sums = new double[probabilities.length];
        for (int at = 0; at < sums.length; at++) {
            for (int feature = 0; feature < weights.length; feature++) {
                sums[at] += weights[feature] * features[at * weights.length + feature];
            }
            most = Math.max(most, sums[at]);
        }
        double total = 0;
        for (int at = 0; at < sums.length; at++) {
            sums[at] = Math.exp(sums[at] - most);
            total += sums[at];
        }
        for (int at = 0; at < sums.length; at++) {
            probabilities[at] = (float) (sums[at] / total);
        }
    }

    /** The weights that maximise the likelihood of the examples: [width]. */
    static double[] learn(List<Example> examples, double[] start) {
        return NEWTON.maximise(weights -> Sums.of(examples, weights).point(), start);
    }

    /** The mean log-probability of the right alternatives, in nats. */
    static double likelihood(List<Example> examples, double[] weights) {
        return Sums.of(examples, weights).likelihood;
    }

    /** The objective at some weights, with its gradient and a bound of its curvature. */
    private static final class Sums {
        private double likelihood;
        private double value;
        private final double[] gradient;
        private final double[][] curvature;

        private Sums(int width) {
            gradient = new double[width];
            curvature = new double[width][width];
        }

        static Sums of(List<Example> examples, double[] weights) {
            int parts = Math.max(1, Math.min(examples.size(), 16)); // summed in the same order on any machine
            Sums all = new Sums(weights.length);
            IntStream.range(0, parts)
                    .parallel()
                    .mapToObj(part -> {
                        Sums sums = new Sums(weights.length);
                        for (int at = part; at < examples.size(); at += parts) {
                            sums.add(examples.get(at), weights);
                        }
                        return sums;
                    })
                    .toList()
                    .forEach(all::add);
            double count = Math.max(1, examples.size());
            all.likelihood /= count;
            all.value = all.likelihood;
            for (int a = 0; a < weights.length; a++) {
                all.value -= RIDGE * weights[a] * weights[a] / 2;
                all.gradient[a] = all.gradient[a] / count - RIDGE * weights[a];
                for (int b = 0; b < weights.length; b++) {
                    all.curvature[a][b] /= count;
                }
                all.curvature[a][a] += RIDGE;
            }
            return all;
        }

        NewtonMethod.Point point() {
            return new NewtonMethod.Point(value, gradient, curvature);
        }

        private void add(Sums other) {
            likelihood += other.likelihood;
            for (int a = 0; a < gradient.length; a++) {
                gradient[a] += other.gradient[a];
                for (int b = 0; b < gradient.length; b++) {
                    curvature[a][b] += other.curvature[a][b];
                }
            }
        }

        private void add(Example example, double[] weights) {
            int width = weights.length;
            float[] probabilities = new float[example.features.length / width];
            probabilities(example.features, weights, probabilities);
            double right = 0;
            for (int at : example.right) {
                right += probabilities[at];
            }
            right = Math.max(right, Float.MIN_NORMAL);
            likelihood += Math.log(right);
            double[] expected = new double[width];
            for (int at = 0; at < probabilities.length; at++) {
                for (int feature = 0; feature < width; feature++) {
                    expected[feature] += probabilities[at] * example.features[at * width + feature];
                }
            }
            for (int feature = 0; feature < width; feature++) {
                gradient[feature] -= expected[feature];
            }
            for (int at : example.right) {
                for (int feature = 0; feature < width; feature++) {
                    gradient[feature] += probabilities[at] / right * example.features[at * width + feature];
                }
            }
            for (int at = 0; at < probabilities.length; at++) {
                if (probabilities[at] > 1e-6f) {
                    curve(example.features, at * width, probabilities[at], expected);
                }
            }
        }

        private void curve(float[] features, int from, double probability, double[] expected) {
            for (int a = 0; a < expected.length; a++) {
                double deviation = probability * (features[from + a] - expected[a]);
                for (int b = 0; b <= a && deviation != 0; b++) {
                    double product = deviation * (features[from + b] - expected[b]);
                    curvature[a][b] += product;
                    curvature[b][a] += a == b ? 0 : product;
                }
            }
        }
    }
}
