package org.crossaisle.model.linear;

import java.util.function.IntConsumer;

/**
 * The inverse by Cholesky's decomposition in plain loops and double precision: G = L L<sup>T</sup>, then L
 * L<sup>T</sup> x = e for each column.
 */
public final class PlainInverse implements SymmetricInverse {
    @Override
    public void invert(float[][] matrix, IntConsumer columns) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    sum -= lower[row][k] * lower[column][k];
                }
                lower[row][column] = row == column ? Math.sqrt(sum) : sum / lower[column][column];
            }
        }
        for (int unit = 0; unit < n; unit++) {
            double[] x = new double[n];
            x[unit] = 1;
            for (int row = 0; row < n; row++) {
                for (int k = 0; k < row; k++) {
                    x[row] -= lower[row][k] * x[k];
                }
                x[row] /= lower[row][row];
            }
            for (int row = n - 1; row >= 0; row--) {
                for (int k = row + 1; k < n; k++) {
                    x[row] -= lower[k][row] * x[k];
                }
                x[row] /= lower[row][row];
            }
            for (int row = 0; row < n; row++) {
                matrix[row][unit] = (float) x[row];
            }
        }
    }
}
