package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.predict.Activation;

/**
 * Squared error of the predicted interest, whose label is 1 for the target and 0 for uniformly drawn negatives, summed
 * over a row; for predictors whose activation is not a probability.
 *
 * @param negatives number of negatives per row
 */
public record SquaredError(
        @Help("Items drawn for each row, at least 1.") int negatives) implements Loss {
    public static final SquaredError DEFAULTS = new SquaredError(4);

    public SquaredError {
        Bounds.atLeast("negatives", negatives, 1);
    }

    @Override
    public int draws(int rows) {
        return Math.multiplyExact(rows, negatives);
    }

    @Override
    public Gradients of(LossBatch comparison) {
        Activation activation = comparison.activation();
        return AutogradLoss.of(comparison, (users, items) -> {
            Tensor positiveTerm = activation.apply(AutogradLoss.ofTargets(comparison, users, items));
            Tensor negativeTerm = activation.apply(AutogradLoss.ofNegatives(comparison, users, items));
            return positiveTerm
                    .sub(new Scalar(1))
                    .square()
                    .add(negativeTerm.square().sum(-1))
                    .mean();
        });
    }
}
