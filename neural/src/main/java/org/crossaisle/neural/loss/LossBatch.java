package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.predict.Activation;

/**
 * User vectors with what they should match and what they should not. Tensors carry no history of how they came about.
 *
 * <p>For one thread.
 */
public final class LossBatch {
    private final Tensor users; // [rows, d]
    private final Tensor items; // [items, d]
    private final int[] targets; // [rows]
    private final int[] negatives; // [draws]
    private final float[] logShares; // [items], empty where all are drawn alike
    private final Activation activation;
    private final Precision precision;

    /**
     * @param users [rows, d]
     * @param items [items, d]
     * @param targets the row of {@code items} that each user vector should match: [rows]
     * @param negatives the rows of {@code items} that were drawn: [draws]; empty where all are compared with
     * @param logShares the logarithm of how often each of {@code items} is drawn, as a share of all draws: [items]; empty where
     *     all are drawn alike
     * @param activation of the predictor
     * @param precision of the products with all items
     */
    public LossBatch(
            Tensor users,
            Tensor items,
            int[] targets,
            int[] negatives,
            float[] logShares,
            Activation activation,
            Precision precision) {
        this.users = users;
        this.items = items;
        this.targets = targets;
        this.negatives = negatives;
        this.logShares = logShares;
        this.activation = activation;
        this.precision = precision;
    }

    Tensor users() {
        return users;
    }

    Tensor items() {
        return items;
    }

    int[] targets() {
        return targets;
    }

    int[] negatives() {
        return negatives;
    }

    float[] logShares() {
        return logShares;
    }

    Activation activation() {
        return activation;
    }

    Precision precision() {
        return precision;
    }

    int rows() {
        return targets.length;
    }
}
