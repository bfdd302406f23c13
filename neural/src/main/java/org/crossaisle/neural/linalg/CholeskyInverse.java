package org.crossaisle.neural.linalg;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.crossaisle.model.linear.SymmetricInverse;
import org.crossaisle.neural.tensor.TensorScope;

/**
 * The inverse by Cholesky's decomposition on libtorch, in single precision and on all processors. Outside the heap it
 * takes two matrices of the size at a time.
 */
public final class CholeskyInverse implements SymmetricInverse {
    /*
     * G = L Lt. A block of columns of the inverse solves L Lt X = E, where E holds columns of the unit matrix. Rows
     * above the block's first follow from symmetry, and the rest takes only the lower right part of L. So the work is a
     * third of that of solving for the whole unit matrix. LAPACK's own inversion (cholesky_inverse) took seven times as
     * long at 3,000 rows with MKL on two processors.
     */
    private static final int BLOCK = 1024;

    @Override
    public void invert(float[][] matrix, IntConsumer columns) {
        int size = matrix.length;
        refusal(size).ifPresent(reason -> {
            throw new RecsException(RecsException.Code.TOO_LARGE, reason);
        });
        try (TensorScope scope = TensorScope.plain()) {
            Tensor lower = decompose(matrix);
            columns.accept(0); // decomposing takes a third of the time
            for (int from = 0; from < size; from += BLOCK) {
                invert(lower, from, Math.min(BLOCK, size - from), matrix);
                columns.accept(Math.min(size, from + BLOCK));
            }
        }
    }

    private static Tensor decompose(float[][] matrix) {
        int size = matrix.length;
        try (Tensor full = torch.empty(size, size)) { // [n, n]
            FloatPointer values = new FloatPointer(full.data_ptr());
            for (int row = 0; row < size; row++) {
                values.position((long) row * size).put(matrix[row], 0, size);
            }
            return torch.linalg_cholesky(full, false); // [n, n], lower triangle
        } catch (RuntimeException e) {
            throw new RecsException(
                    RecsException.Code.TRAINING_DIVERGED,
                    "the matrix of " + size + " rows is not positive definite: " + firstLine(e),
                    e);
        }
    }

    /** Writes rows and columns {@code from} to {@code from + count} of the inverse, from the first of them on. */
    private static void invert(Tensor lower, int from, int count, float[][] inverse) {
        int rest = inverse.length - from;
        try (TensorScope scope = TensorScope.plain()) {
            Tensor corner = lower.narrow(0, from, rest).narrow(1, from, rest); // [rest, rest]
            Tensor columns = torch.cholesky_solve(torch.eye(rest, count), corner, false); // [rest, count]
            FloatPointer below = new FloatPointer(columns.contiguous().data_ptr());
            for (int row = 0; row < rest; row++) {
                below.position((long) row * count).get(inverse[from + row], from, count);
            }
            FloatPointer beside = new FloatPointer(columns.t().contiguous().data_ptr()); // [count, rest]
            for (int row = 0; row < count; row++) {
                beside.position((long) row * rest).get(inverse[from + row], from, rest);
            }
        }
    }

    @Override
    public Optional<String> refusal(int size) {
        return refusal(size, Pointer.availablePhysicalBytes());
    }

    static Optional<String> refusal(int size, long available) {
        long needed = bytes(size);
        return needed <= available
                ? Optional.empty()
                : Optional.of("inverting a matrix of " + size + " rows needs " + needed + " bytes outside the heap, "
                        + available + " are free on this machine: lower -Xmx, use a larger machine, or leave ease out");
    }

    /** Two matrices, and four blocks of columns: the unit's, the solution, and its two copies. */
    static long bytes(int size) {
        return Float.BYTES * (2L * size * size + 4L * size * Math.min(size, BLOCK));
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
