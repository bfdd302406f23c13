package org.crossaisle.neural.linalg;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.crossaisle.model.SymmetricInverse;

/**
 * The inverse by Cholesky's decomposition on libtorch, in single precision and on all processors. Outside the heap it takes
 * two matrices of the size at a time.
 */
public final class TorchInverse implements SymmetricInverse {
    private static final int MATRICES = 2; // while one is made from another

    @Override
    public void invert(float[][] matrix) {
        int size = matrix.length;
        if (size == 0) {
            return;
        }
        checkMemory(size, Pointer.availablePhysicalBytes());
        try (PointerScope scope = new PointerScope();
                NoGradGuard inference = new NoGradGuard()) {
            copy(invert(matrix, size), matrix);
        }
    }

    private static Tensor invert(float[][] matrix, int size) {
        try (Tensor lower = decompose(matrix, size)) {
            return torch.cholesky_inverse(lower, false); // [n, n]
        }
    }

    private static Tensor decompose(float[][] matrix, int size) {
        try (Tensor whole = torch.empty(size, size)) { // [n, n]
            FloatPointer values = new FloatPointer(whole.data_ptr());
            for (int row = 0; row < size; row++) {
                values.position((long) row * size).put(matrix[row], 0, size);
            }
            return torch.linalg_cholesky(whole, false); // [n, n], lower triangle
        } catch (RuntimeException e) {
            throw new RecsException(
                    RecsException.Code.TRAINING_DIVERGED,
                    "the matrix of " + size + " rows is not positive definite: " + firstLine(e),
                    e);
        }
    }

    private static void copy(Tensor from, float[][] to) {
        FloatPointer values = new FloatPointer(from.data_ptr());
        for (int row = 0; row < to.length; row++) {
            values.position((long) row * to.length).get(to[row], 0, to.length);
        }
    }

    static void checkMemory(int size, long available) {
        long needed = (long) MATRICES * Float.BYTES * size * size;
        if (needed > available) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "inverting a matrix of " + size + " rows needs " + needed + " bytes outside the heap, " + available
                            + " are free on this machine: lower -Xmx, use a larger machine, or leave ease out");
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
