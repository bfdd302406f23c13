package org.crossaisle.model.count;

import org.crossaisle.model.SymmetricInverse;

/** Gauss and Jordan, in double precision: slow, short and independent of any library. */
public final class PlainInverse implements SymmetricInverse {
    @Override
    public void invert(float[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                work[row][column] = matrix[Math.max(row, column)][Math.min(row, column)];
            }
            work[row][n + row] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            double scale = 1 / work[pivot][pivot];
            for (int column = 0; column < 2 * n; column++) {
                work[pivot][column] *= scale;
            }
            for (int row = 0; row < n; row++) {
                double factor = work[row][pivot];
                if (row != pivot && factor != 0) {
                    for (int column = 0; column < 2 * n; column++) {
                        work[row][column] -= factor * work[pivot][column];
                    }
                }
            }
        }
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                matrix[row][column] = (float) work[row][n + column];
            }
        }
    }
}
