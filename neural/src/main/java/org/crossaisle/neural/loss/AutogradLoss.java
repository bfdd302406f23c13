package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.Values;

/** Losses whose gradients are computed by libtorch. */
final class AutogradLoss {
    /** The loss of user and item vectors, as a scalar. */
    interface Formula {
        Tensor of(Tensor users, Tensor items);
    }

    private AutogradLoss() {}

    static Gradients of(LossBatch comparison, Formula formula) {
        Tensor users = comparison.users().detach().requires_grad_(true);
        Tensor items = comparison.items().detach().requires_grad_(true);
        Tensor value = formula.of(users, items);
        value.backward();
        return new Gradients(value.item_double(), users.grad(), items.grad());
    }

    /** Scores of the targets: [rows]. */
    static Tensor ofTargets(LossBatch comparison, Tensor users, Tensor items) {
        return users.mul(torch.embedding(items, Values.of(comparison.targets())))
                .sum(-1);
    }

    /** Scores of the negatives, the same number for each row: [rows, negatives per row]. */
    static Tensor ofNegatives(LossBatch comparison, Tensor users, Tensor items) {
        long each = comparison.negatives().length / comparison.rows();
        Tensor drawn = torch.embedding(items, Values.of(comparison.negatives()))
                .view(comparison.rows(), each, users.size(1)); // [rows, each, d]
        return drawn.matmul(users.unsqueeze(2)).squeeze(2);
    }

    static Tensor indices(int... rows) {
        return Values.of(rows).toType(ScalarType.Long);
    }
}
