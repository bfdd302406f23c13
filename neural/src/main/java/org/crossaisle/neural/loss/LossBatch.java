package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.predict.Activation;

/**
 * A batch for a loss: user vectors with their targets and negatives. The tensors are detached from the autograd graph.
 *
 * <p>Not thread-safe.
 */
public final class LossBatch {
    private final Tensor users; // [rows, d]
    private final Tensor items; // [items, d]
    private final int[] targets; // [rows]
    private final int[] negatives; // [draws]
    private final float[] logShares; // [items], empty if all are drawn uniformly
    private final Activation activation;
    private final Precision precision;

    /**
     * @param users [rows, d]
     * @param items [items, d]
     * @param targets for each user vector, the row of its target in {@code items}: [rows]
     * @param negatives the rows of the negatives in {@code items}: [draws]; empty if the loss is over all items
     * @param logShares for each of {@code items}, the logarithm of its expected share of all draws: [items]; empty if
     *     all are drawn uniformly
     * @param activation activation of the predictor
     * @param precision precision of the products with all items
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
