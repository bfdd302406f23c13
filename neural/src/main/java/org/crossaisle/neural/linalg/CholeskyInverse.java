package org.crossaisle.neural.linalg;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.crossaisle.model.SymmetricInverse;
import org.crossaisle.neural.tensor.Scope;

/** The inverse by Cholesky's decomposition: LAPACK's potrf and potri as MKL has them, in single precision. */
public final class CholeskyInverse implements SymmetricInverse {
    @Override
    public void invert(float[][] matrix) {
        int size = matrix.length;
        try (Scope scope = Scope.plain()) {
            Tensor whole = torch.empty(size, size);
            FloatPointer data = new FloatPointer(whole.data_ptr());
            for (int row = 0; row < size; row++) {
                data.position((long) row * size).put(matrix[row], 0, size);
            }
            Tensor inverse = inverse(whole);
            FloatPointer result = new FloatPointer(inverse.data_ptr());
            for (int row = 0; row < size; row++) {
                result.position((long) row * size).get(matrix[row], 0, size);
            }
        }
    }

    private static Tensor inverse(Tensor matrix) {
        try {
            return torch.cholesky_inverse(torch.linalg_cholesky(matrix)).contiguous();
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "the inverse of a matrix of " + matrix.size(0) + " rows failed: " + message,
                    e);
        }
    }
}
