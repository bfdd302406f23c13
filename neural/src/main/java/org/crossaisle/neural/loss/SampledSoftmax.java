package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.tensor.Values;

/**
 * Cross-entropy of the softmax over the target and sampled negatives, which all rows of a step share. A negative that
 * is a row's own target is ignored for that row.
 *
 * <p>Where some negatives are drawn by popularity, the logarithm of an item's expected share is subtracted from its
 * score, so that popular items are not penalised for being drawn often. Uniform draws need no correction.
 *
 * <p>Source: Jean, Cho, Memisevic and Bengio, On Using Very Large Target Vocabulary for Neural Machine Translation, ACL
 * 2015; the mixture of uniform and popularity-based draws follows Yang et al., Mixed Negative Sampling for Learning
 * Two-tower Neural Networks in Recommendations, WWW 2020.
 *
 * @param negatives number of negatives per step
 * @param popularShare share of the negatives drawn by popularity, in [0, 1]
 * @param correction whether scores are corrected for the sampling probabilities
 */
public record SampledSoftmax(
        @Help("Items drawn for a step, at least 1.") int negatives,

        @Help("Share of them drawn by popularity, in [0, 1].")
        double popularShare,

        @Help("Corrects scores for how often items are drawn.")
        boolean correction)
        implements Loss {
    public static final SampledSoftmax DEFAULTS = new SampledSoftmax(512, 0, true);

    private static final double NEVER = -1e9;

    public SampledSoftmax {
        Bounds.atLeast("negatives", negatives, 1);
        Bounds.share("popularShare", popularShare);
    }

    @Override
    public int draws(int rows) {
        return negatives;
    }

    @Override
    public Gradients of(LossBatch comparison) {
        return AutogradLoss.of(comparison, (users, items) -> {
            Tensor own = AutogradLoss.ofTargets(comparison, users, items).unsqueeze(1); // [rows, 1]
            Tensor drawn = torch.embedding(items, Values.of(comparison.negatives())); // [draws, d]
            Tensor others = users.mm(drawn.t()); // [rows, draws]
            if (correction && comparison.logShares().length > 0) {
                own = own.sub(shares(comparison, comparison.targets()).unsqueeze(1));
                others = others.sub(shares(comparison, comparison.negatives()).unsqueeze(0));
            }
            Tensor same = AutogradLoss.indices(comparison.negatives())
                    .unsqueeze(0)
                    .eq(AutogradLoss.indices(comparison.targets()).unsqueeze(1)); // [rows, draws]
            Tensor logits = torch.cat(new TensorVector(own, others.masked_fill(same, new Scalar(NEVER))), 1);
            Tensor first = AutogradLoss.indices(new int[comparison.rows()]);
            return torch.cross_entropy_loss(logits, first);
        });
    }

    private static Tensor shares(LossBatch comparison, int... rows) {
        float[] shares = new float[rows.length];
        for (int at = 0; at < rows.length; at++) {
            shares[at] = comparison.logShares()[rows[at]];
        }
        return Values.of(shares, shares.length);
    }
}
