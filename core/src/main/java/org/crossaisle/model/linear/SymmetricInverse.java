package org.crossaisle.model.linear;

/**
 * Dense linear algebra that the core leaves to a library: found by {@link java.util.ServiceLoader}, so that the core
 * depends on none.
 */
public interface SymmetricInverse {
    /**
     * Replaces a symmetric positive definite matrix by its inverse, both triangles.
     *
     * @param matrix [n, n], of which only the lower triangle is read
     * @throws org.crossaisle.RecsException when it is not positive definite or does not fit the memory
     */
    void invert(float[][] matrix);
}
