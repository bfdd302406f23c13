package org.crossaisle.model.factor;

import org.crossaisle.model.DotProduct;

/**
 * Adaptive steps for the rows of the factors: a row moves against its gradient g by rate g / sqrt(sum of
 * mean(g<sup>2</sup>) so far), the mean being over the row. A row that is updated often, or with large gradients, moves
 * less each time.
 *
 * <p>Source: Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic optimization,
 * JMLR 12, 2011, with one sum for each row in place of one for each value. For one thread.
 */
final class Steps {
    private static final float LEAST = 1e-8f; // so that a zero gradient moves nothing

    private final float rate;
    private final float[] users; // [users], the sums
    private final float[] items; // [items]
    private final float[] biases; // [items]

    Steps(float rate, int users, int items) {
        this.rate = rate;
        this.users = new float[users];
        this.items = new float[items];
        biases = new float[items];
    }

    void updateUser(int user, float[] vector, float[] gradient) {
        update(user, users, vector, gradient);
    }

    void updateItem(int item, float[] vector, float[] gradient) {
        update(item, items, vector, gradient);
    }

    /**
     * {@link #updateItem} for a gradient that is a multiple of a direction.
     *
     * @param square mean of the direction's squares
     */
    void updateItemAlong(int item, float[] vector, float factor, float[] direction, float square) {
        items[item] += factor * factor * square;
        Factors.add(vector, -rate * factor / ((float) Math.sqrt(items[item]) + LEAST), direction);
    }

    void updateBias(int item, float[] values, float gradient) {
        biases[item] += gradient * gradient;
        values[item] -= rate * gradient / ((float) Math.sqrt(biases[item]) + LEAST);
    }

    private void update(int row, float[] sums, float[] vector, float[] gradient) {
        sums[row] += DotProduct.of(gradient, gradient) / gradient.length;
        Factors.add(vector, -rate / ((float) Math.sqrt(sums[row]) + LEAST), gradient);
    }
}
