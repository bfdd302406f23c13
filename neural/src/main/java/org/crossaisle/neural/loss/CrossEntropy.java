package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;

/**
 * Cross-entropy of the softmax over all items, with its gradients, without ever holding the probabilities of all rows.
 *
 * <p>With P the softmax of U E<sup>T</sup> and 1 at the targets in O, dU = (P - O) E / rows and dE = (P - O)<sup>T</sup> U /
 * rows. P is made for one chunk of rows after the other; O E is only the targets' vectors and O<sup>T</sup> U a sum of users
 * by target, so that P is never written to again. So a step needs memory for one chunk, and three matrix products and one
 * softmax are all there is.
 *
 * <p>Source: Klenitskiy and Vasilev, Turning Dross Into Gold Loss, RecSys 2023, for what it is worth in recommendation.
 */
public record CrossEntropy() implements Loss {
    public static final CrossEntropy DEFAULTS = new CrossEntropy();

    private static final int LEAST_ROWS = 16;

    /** For the probabilities of a chunk, unless there are so many items that its fewest rows need more: 32 MB. */
    private static final int BYTES = 32 << 20;

    /** A GPU waits for the processor before each of the small steps of a chunk: 512 MB. */
    private static final int BYTES_OF_GPU = 512 << 20;

    @Override
    public boolean comparesWithAll() {
        return true;
    }

    @Override
    public Gradients of(LossBatch comparison) {
        Precision precision = comparison.precision();
        Tensor users = comparison.users();
        Tensor items = comparison.items();
        int rows = comparison.rows();
        Tensor target = Values.of(comparison.targets()).toType(torch.ScalarType.Long); // [rows]
        Tensor byUsers = torch.empty_like(users);
        Tensor byItems = torch.zeros_like(items);
        Tensor likelihoods = torch.empty_like(users.select(1, 0)); // [rows]: log p(target)
        try (TensorScope all = TensorScope.plain()) {
            Tensor cast = users.toType(precision.type());
            Tensor compared = items.toType(precision.type());
            int most = Math.min(rows, rowsAtATime(rows, items.size(0), precision));
            Tensor memory = torch.zeros(new long[] {most, items.size(0)}, compared.options());
            for (int from = 0; from < rows; from += most) {
                try (TensorScope scope = TensorScope.plain()) {
                    int size = Math.min(most, rows - from);
                    Tensor chunk = cast.narrow(0, from, size); // [size, d]
                    Tensor scores = memory.narrow(0, 0, size); // [size, items]
                    torch.mm_out(scores, chunk, compared.t());
                    Tensor probabilities = softmax(scores);
                    Tensor own =
                            probabilities.gather(1, target.narrow(0, from, size).unsqueeze(1)); // [size, 1]
                    likelihoods
                            .narrow(0, from, size)
                            .copy_(own.squeeze(1).toType(torch.ScalarType.Float).log_());
                    byUsers.narrow(0, from, size).copy_(probabilities.mm(compared));
                    precision.addProduct(probabilities.t(), chunk, byItems);
                }
            }
            // Rounded as in the products, so that nothing is left where a target is certain.
            byUsers.sub_(compared.index_select(0, target)).div_(new Scalar(rows));
            byItems.index_add_(0, target, cast.toType(torch.ScalarType.Float), new Scalar(-1.0))
                    .div_(new Scalar(rows));
        }
        return new Gradients(value(comparison, Values.floats(likelihoods)), byUsers, byItems);
    }

    /** A processor goes through each row again and again while it is in its cache, and needs no other place for it. */
    private static Tensor softmax(Tensor scores) {
        return ComputeDevice.isCpu() ? torch.softmax_out(scores, scores, 1) : torch.softmax(scores, 1);
    }

    private static int rowsAtATime(int rows, long known, Precision precision) {
        long bytes = known * precision.bytes();
        return ComputeDevice.isCpu()
                ? (int) Math.max(LEAST_ROWS, Math.min(precision.rows(), BYTES / bytes))
                : (int) Math.max(LEAST_ROWS, Math.min(rows, BYTES_OF_GPU / bytes));
    }

    private static double value(LossBatch comparison, float... likelihoods) {
        double sum = 0;
        for (int row = 0; row < likelihoods.length; row++) {
            sum -= likelihoods[row] == Float.NEGATIVE_INFINITY ? hopeless(comparison, row) : likelihoods[row];
        }
        return sum / likelihoods.length;
    }

    /** The log-likelihood of a target whose probability is too small for 32 bits. */
    private static double hopeless(LossBatch comparison, int row) {
        try (TensorScope scope = TensorScope.plain()) {
            Tensor scores = comparison.items().mv(comparison.users().select(0, row)); // [items]
            return torch.log_softmax(scores, 0)
                    .select(0, comparison.targets()[row])
                    .item_double();
        }
    }
}
