package org.crossaisle.model.linear;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Inversion of dense symmetric matrices. Implementations are found by {@link java.util.ServiceLoader}, so that the core
 * depends on no library.
 */
public interface SymmetricInverse {
    /**
     * Replaces a symmetric positive definite matrix by its inverse, both triangles.
     *
     * @param matrix [n, n], of which only the lower triangle is read
     * @param columns called with the number of columns that are done, several times for a large matrix; it may throw to
     *     end the work
     * @throws org.crossaisle.RecsException when it is not positive definite or does not fit into memory
     */
    void invert(float[][] matrix, IntConsumer columns);

    /** The same without reports. */
    default void invert(float[][] matrix) {
        invert(matrix, columns -> {});
    }

    /** Why a matrix of so many rows would be refused for its size; empty if it would not. */
    default Optional<String> refusal(int size) {
        return Optional.empty();
    }
}
