package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;

/**
 * Cross-entropy of the softmax over all items, with its gradients, without ever holding the logits of all rows.
 *
 * <p>For chunks of rows, S = exp(E U<sup>T</sup> - the greatest of each column) and t its column sums; then G = S - t at the
 * targets, dU = G<sup>T</sup> E / t / rows and dE = sum of G (U / t) / rows. So a step needs memory for one chunk, three matrix
 * products and one exponential for each logit are all there is, and the division by t is done on [rows, d] and not on
 * [rows, items].
 *
 * <p>Source: Klenitskiy and Vasilev, Turning Dross Into Gold Loss, RecSys 2023, for what it is worth in recommendation.
 */
public record CrossEntropy() implements Loss {
    public static final CrossEntropy DEFAULTS = new CrossEntropy();

    /**
     * Rows of a chunk. Few, so that the logits stay in a processor's cache between the passes, and lying with the items
     * down, as the products are fastest so: docs/decisions.md no. 3.
     */
    private static final int ROWS = 64;

    private static final int LEAST_ROWS = 16;

    /** So many logits at a time, at most, unless the items alone are more: 16 MB. */
    private static final int LOGITS = 4 << 20;

    /** A GPU has no such cache to stay in, and waits for the processor before each of the small steps of a chunk: 512 MB. */
    private static final int LOGITS_OF_GPU = 128 << 20;

    private static final long[] COLUMN = {0};

    @Override
    public boolean comparesWithAll() {
        return true;
    }

    @Override
    public Gradients of(Comparison comparison) {
        Tensor users = comparison.users();
        Tensor items = comparison.items();
        Products products = comparison.precision().products(items);
        int rows = comparison.rows();
        int known = Math.toIntExact(items.size(0));
        int most = rowsAtATime(rows, known);
        Tensor byUsers = torch.empty_like(users);
        Tensor byItems = torch.zeros_like(items);
        Tensor logits = torch.zeros(new long[] {(long) Math.min(most, rows) * known}, users.options());
        Tensor target =
                Values.of(comparison.targets()).toType(torch.ScalarType.Long).unsqueeze(0); // [1, rows]
        Tensor losses = torch.zeros(new long[] {(rows + most - 1) / most}, users.options()); // of the chunks
        for (int from = 0; from < rows; from += most) {
            try (Scope scope = Scope.plain()) {
                int size = Math.min(most, rows - from);
                Tensor chunk = users.narrow(0, from, size); // [size, d]
                Tensor wanted = target.narrow(1, from, size); // [1, size]
                Tensor scores = logits.narrow(0, 0, (long) size * known).view(known, size); // [items, size]
                products.scores(chunk, scores);
                scores.sub_(scores.amax(COLUMN, true));
                Tensor own = scores.gather(0, wanted); // [1, size]
                scores.exp_();
                Tensor totals = scores.sum(COLUMN, true, new ScalarTypeOptional()); // [1, size]
                losses.narrow(0, from / most, 1).copy_(totals.log().sub_(own).sum());
                scores.scatter_add_(0, wanted, totals.neg());
                Tensor weights = totals.mul(new Scalar(rows)).reciprocal_().t(); // [size, 1]
                products.add(scores, chunk.mul(weights), byUsers.narrow(0, from, size), byItems);
                byUsers.narrow(0, from, size).mul_(weights);
            }
        }
        double sum = 0;
        for (float loss : Values.floats(losses)) {
            sum += loss;
        }
        return new Gradients(sum / rows, byUsers, byItems);
    }

    private static int rowsAtATime(int rows, int known) {
        return ComputeDevice.isCpu()
                ? Math.max(LEAST_ROWS, Math.min(ROWS, LOGITS / known))
                : Math.max(LEAST_ROWS, Math.min(rows, LOGITS_OF_GPU / known));
    }
}
