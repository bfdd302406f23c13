package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;

/**
 * Binary cross-entropy with one positive and some negatives: -ln sigma(s) for the target, plus -ln(1 - sigma(s')) for
 * each of the uniformly drawn negatives, summed over a row.
 *
 * <p>Source: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018, section III-E, with one negative.
 *
 * @param negatives number of negatives per row
 */
public record BinaryCrossEntropy(
        @Help("Items drawn for each row, at least 1.") int negatives) implements Loss {
    public static final BinaryCrossEntropy DEFAULTS = new BinaryCrossEntropy(1);

    public BinaryCrossEntropy {
        Bounds.atLeast("negatives", negatives, 1);
    }

    @Override
    public int draws(int rows) {
        return Math.multiplyExact(rows, negatives);
    }

    @Override
    public Gradients of(LossBatch comparison) {
        return AutogradLoss.of(comparison, (users, items) -> {
            Tensor positiveTerm = torch.log_sigmoid(AutogradLoss.ofTargets(comparison, users, items)); // [rows]
            Tensor negativeTerm = torch.log_sigmoid(
                            AutogradLoss.ofNegatives(comparison, users, items).neg())
                    .sum(-1); // [rows]
            return positiveTerm.add(negativeTerm).mean().neg();
        });
    }
}
