package org.crossaisle.model.factor;

import java.util.SplittableRandom;
import org.crossaisle.model.DotProduct;

/** The user and item vectors and item biases during training. For one thread. */
final class Factors {
    private static final float SPREAD = 0.1f; // of the initial values, as in the source's experiments

    final int dimension;
    final float[][] users; // [users, dimension]
    final float[][] items; // [items, dimension]
    final float[] biases; // [items]

    Factors(int dimension, float[][] users, float[][] items, float[] biases) {
        this.dimension = dimension;
        this.users = users;
        this.items = items;
        this.biases = biases;
    }

    /**
     * Draws normal values with mean 0 and deviation 0.1 / sqrt(dimension) for users and known items; other items are
     * zeros.
     */
    static Factors random(Positives positives, int dimension, SplittableRandom random) {
        float[][] users = new float[positives.users()][dimension];
        float[][] items = new float[positives.items()][dimension];
        for (float[] row : users) {
            fill(row, random);
        }
        for (int at = 0; at < positives.known(); at++) {
            fill(items[positives.knownItem(at)], random);
        }
        return new Factors(dimension, users, items, new float[items.length]);
    }

    private static void fill(float[] row, SplittableRandom random) {
        float scale = SPREAD / (float) Math.sqrt(row.length);
        for (int at = 0; at < row.length; at++) {
            row[at] = scale * (float) random.nextGaussian();
        }
    }

    float score(float[] user, int item) {
        return DotProduct.of(user, items[item]) + biases[item];
    }

    /** a += factor b. */
    static void add(float[] a, float factor, float[] b) {
        for (int at = 0; at < a.length; at++) {
            a[at] += factor * b[at];
        }
    }

    /** The mean of the users who have a positive: [dimension]. */
    float[] averageUser(Positives positives) {
        double[] sum = new double[dimension];
        int count = 0;
        for (int user = 0; user < users.length; user++) {
            if (positives.size(user) > 0) {
                count++;
                for (int at = 0; at < dimension; at++) {
                    sum[at] += users[user][at];
                }
            }
        }
        float[] average = new float[dimension];
        for (int at = 0; at < dimension; at++) {
            average[at] = (float) (sum[at] / Math.max(1, count));
        }
        return average;
    }
}
