package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;

/**
 * Cross-entropy of the softmax over all items. Value and gradients are computed without holding the probabilities of
 * all rows at once.
 *
 * <p>With P the softmax of U E<sup>T</sup> and O the one-hot matrix of the targets, dU = (P - O) E / rows and dE = (P -
 * O)<sup>T</sup> U / rows. P is computed for one chunk of rows at a time. O E is just the vectors of the targets, and
 * O<sup>T</sup> U is a sum of user vectors by target, so P is never modified. A step therefore needs memory for one
 * chunk, and its cost is three matrix products and one softmax.
 *
 * <p>Source: Klenitskiy and Vasilev, Turning Dross Into Gold Loss, RecSys 2023, for its value in recommendation.
 */
public record CrossEntropy() implements Loss {
    public static final CrossEntropy DEFAULTS = new CrossEntropy();

    private static final int LEAST_ROWS = 16;

    /** Memory for the probabilities of a chunk, 32 MB; exceeded where the minimum number of rows needs more. */
    private static final int BYTES = 32 << 20;

    /** The same on a GPU, 512 MB: a GPU waits for the CPU before each small step of a chunk, so chunks are larger. */
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
            // Rounded as in the products, so that the gradient is 0 where a target is certain.
            byUsers.sub_(compared.index_select(0, target)).div_(new Scalar(rows));
            byItems.index_add_(0, target, cast.toType(torch.ScalarType.Float), new Scalar(-1.0))
                    .div_(new Scalar(rows));
        }
        return new Gradients(value(comparison, Values.floats(likelihoods)), byUsers, byItems);
    }

    /** In place: the CPU reads each row several times while it is in the cache, so no second buffer is needed. */
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
            sum -= likelihoods[row] == Float.NEGATIVE_INFINITY ? underflowed(comparison, row) : likelihoods[row];
        }
        return sum / likelihoods.length;
    }

    /** The log-likelihood of a target whose probability underflows in 32 bits. */
    private static double underflowed(LossBatch comparison, int row) {
        try (TensorScope scope = TensorScope.plain()) {
            Tensor scores = comparison.items().mv(comparison.users().select(0, row)); // [items]
            return torch.log_softmax(scores, 0)
                    .select(0, comparison.targets()[row])
                    .item_double();
        }
    }
}
