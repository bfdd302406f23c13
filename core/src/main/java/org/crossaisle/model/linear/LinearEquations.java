package org.crossaisle.model.linear;

import java.util.Arrays;

/** Solves small systems of linear equations, such as those of a Newton step. */
public final class LinearEquations {
    private LinearEquations() {}

    /**
     * Solves A x = b by elimination without pivoting, which is stable for positive definite matrices (Golub and Van
     * Loan, Matrix Computations, 4th edition 2013, section 4.2).
     *
     * @param matrix A, symmetric and positive definite: [n][n]; not changed
     * @param right b: [n]; not changed
     * @return x: [n]
     */
    public static double[] solve(double[][] matrix, double... right) {
        int size = right.length;
        double[][] rows = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[] solution = right.clone();
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column < size && factor != 0; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
                solution[row] -= factor * solution[pivot];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) {
                solution[row] -= rows[row][column] * solution[column];
            }
            solution[row] /= rows[row][row];
        }
        return solution;
    }
}
