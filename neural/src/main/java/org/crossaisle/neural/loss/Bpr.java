package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;

/**
 * Bayesian personalised ranking: -ln sigma(s - s'), where s is the score of the target and s' that of a uniformly drawn
 * negative, averaged over the negatives of a row.
 *
 * <p>Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, BPR: Bayesian Personalized Ranking from Implicit
 * Feedback, UAI 2009, section 4.
 *
 * @param negatives number of negatives per row
 */
public record Bpr(
        @Help("Items drawn for each row, at least 1.") int negatives) implements Loss {
    public static final Bpr DEFAULTS = new Bpr(1);

    public Bpr {
        Bounds.atLeast("negatives", negatives, 1);
    }

    @Override
    public int draws(int rows) {
        return Math.multiplyExact(rows, negatives);
    }

    @Override
    public Gradients of(LossBatch comparison) {
        return AutogradLoss.of(comparison, (users, items) -> {
            Tensor own = AutogradLoss.ofTargets(comparison, users, items).unsqueeze(1); // [rows, 1]
            Tensor others = AutogradLoss.ofNegatives(comparison, users, items); // [rows, negatives]
            return torch.log_sigmoid(own.sub(others)).mean().neg();
        });
    }
}
