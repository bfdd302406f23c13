package org.crossaisle.neural.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;

/**
 * Cross-entropy of the softmax over all items, with its gradients, without ever holding the logits of all rows.
 *
 * <p>For chunks of rows, L = U E<sup>T</sup>, P = softmax(L), G = P - onehot(target); then dU = G E / rows and
 * dE = sum of G<sup>T</sup> U / rows. So a step needs memory for one chunk, and three matrix products are all there is,
 * where automatic differentiation would keep and copy [rows, items] several times.
 */
final class SoftmaxLoss {
    /** So many logits at a time, 12 MB, which then stay in a processor's cache between the passes. */
    private static final int LOGITS = 3 << 20;

    private static final int LEAST_ROWS = 16;
    private static final int MOST_ROWS = 512;

    /** Below it a probability counts as this, so that a loss is never infinite by underflow alone. */
    private static final double LEAST_PROBABILITY = 1e-37;

    /**
     * What a batch gave.
     *
     * @param value mean over the rows, in nats
     * @param users gradient by the user vectors: [rows, d]
     * @param items gradient by the item vectors: [items, d]
     */
    record Gradients(double value, Tensor users, Tensor items) {}

    private SoftmaxLoss() {}

    /**
     * @param users [rows, d]
     * @param items [items, d]
     * @param targets the row of {@code items} that each user vector should match: [rows]
     */
    static Gradients of(Tensor users, Tensor items, int[] targets) {
        int rows = targets.length;
        int most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, LOGITS / Math.toIntExact(items.size(0))));
        Tensor byUsers = torch.empty_like(users);
        Tensor byItems = torch.zeros_like(items);
        Tensor ones = torch.full(new long[] {most, 1}, new Scalar(-1), users.options());
        Tensor logits = torch.zeros(new long[] {Math.min(most, rows), items.size(0)}, users.options());
        Tensor target = Values.of(targets).toType(torch.ScalarType.Long).unsqueeze(1); // [rows, 1]
        double sum = 0;
        for (int from = 0; from < rows; from += most) {
            try (Scope scope = Scope.plain()) {
                int size = Math.min(most, rows - from);
                Tensor chunk = users.narrow(0, from, size); // [size, d]
                Tensor wanted = target.narrow(0, from, size);
                Tensor probabilities = logits.narrow(0, 0, size); // [size, items]
                torch.mm_out(probabilities, chunk, items.t());
                torch.softmax_out(probabilities, probabilities, 1);
                sum -= probabilities
                        .gather(1, wanted)
                        .clamp_(new ScalarOptional(new Scalar(LEAST_PROBABILITY)), new ScalarOptional())
                        .log_()
                        .sum()
                        .item_double();
                probabilities.scatter_add_(1, wanted, ones.narrow(0, 0, size));
                torch.mm_out(byUsers.narrow(0, from, size), probabilities, items);
                byItems.addmm_(probabilities.t(), chunk);
            }
        }
        byUsers.div_(new Scalar(rows));
        byItems.div_(new Scalar(rows));
        return new Gradients(sum / rows, byUsers, byItems);
    }
}
