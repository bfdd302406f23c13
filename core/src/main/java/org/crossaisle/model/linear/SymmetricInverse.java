package org.crossaisle.model.linear;

/**
 * Inversion of dense symmetric matrices. Implementations are found by {@link java.util.ServiceLoader}, so that the core
 * depends on no library.
 */
public interface SymmetricInverse {
    /**
     * Replaces a symmetric positive definite matrix by its inverse, both triangles.
     *
     * @param matrix [n, n], of which only the lower triangle is read
     * @throws org.crossaisle.RecsException when it is not positive definite or does not fit into memory
     */
    void invert(float[][] matrix);
}
