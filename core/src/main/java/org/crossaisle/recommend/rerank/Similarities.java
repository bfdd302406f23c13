package org.crossaisle.recommend.rerank;

import org.crossaisle.PublicApi;

/**
 * The similarities of the candidates of a pool: a positive semidefinite matrix with ones on its diagonal, accessed by
 * rows.
 */
@PublicApi
public interface Similarities {
    /**
     * The smallest residual of an item beside a combination of others that counts as nonzero: below it is rounding
     * error.
     */
    double LEAST = 1e-6;

    /**
     * Writes the similarity of a candidate to all candidates, itself included.
     *
     * @param into [candidates], each in [-1, 1]
     */
    void of(int candidate, float[] into);

    /** The similarity of two candidates. */
    double of(int candidate, int other);

    /** The mean of 1 - similarity over all pairs of a list, in [0, 2]; 0 for a list of fewer than two. */
    default double meanDistance(int[] list) {
        double sum = 0;
        for (int at = 0; at < list.length; at++) {
            for (int other = 0; other < at; other++) {
                sum += 1 - of(list[at], list[other]);
            }
        }
        double pairs = list.length * (list.length - 1) / 2.0;
        return pairs == 0 ? 0 : sum / pairs;
    }

    /** The log-determinant of a list's similarities divided by its size, by Cholesky; 0 for an empty list. */
    default double logDeterminant(int[] list) {
        double[][] factor = new double[list.length][list.length]; // lower triangle
        double sum = 0;
        for (int row = 0; row < list.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = of(list[row], list[column]);
                for (int at = 0; at < column; at++) {
                    rest -= factor[row][at] * factor[column][at];
                }
                factor[row][column] = row == column ? Math.sqrt(Math.max(LEAST, rest)) : rest / factor[column][column];
            }
            sum += 2 * Math.log(factor[row][row]);
        }
        return list.length == 0 ? 0 : sum / list.length;
    }
}
