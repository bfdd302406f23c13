package org.crossaisle.recommend.rerank;

import java.util.Arrays;

/**
 * The gains of {@link Dpp}: (1 - w) times the candidate's value plus w times the increase of the log-determinant of the
 * list's similarities. For one list.
 */
final class DppGains implements CandidateGains {
    /*
     * The determinant of a list with one more candidate i is that of the list times d_i^2, d_i being the last diagonal
     * entry of the Cholesky factor. After j is chosen, with c_i the row of the factor: e_i = (S_ji - c_j . c_i) / d_j,
     * c_i <- [c_i, e_i], d_i^2 <- d_i^2 - e_i^2 (Chen, Zhang and Zhou 2018, algorithm 1): O(n k) for the k-th place,
     * and n k numbers in all. Their kernel's scores, exp(a r), only add 2 a r to log d_i^2, so they are kept separate
     * here and nothing overflows. Since d_i^2 only decreases, the logarithm from an earlier place is an upper bound,
     * and most need not be recomputed.
     */
    private final CandidatePool pool;
    private final Similarities similarities;
    private final double weight;
    private final float[][] factor; // [places so far][candidates]
    private final double[] squares; // [candidates]: d^2
    private final double[] logarithms; // [candidates]: log d^2 when last computed
    private int size;
    private double logDeterminant;

    /** @param places the maximum number of chosen candidates */
    DppGains(CandidatePool pool, Similarities similarities, double weight, int places) {
        this.pool = pool;
        this.similarities = similarities;
        this.weight = weight;
        factor = new float[places][];
        squares = new double[pool.size()];
        Arrays.fill(squares, 1);
        logarithms = new double[pool.size()];
    }

    @Override
    public double of(int candidate) {
        logarithms[candidate] = Math.log(squares[candidate]);
        return atMost(candidate);
    }

    @Override
    public double atMost(int candidate) {
        return (1 - weight) * pool.value(candidate) + weight * logarithms[candidate];
    }

    @Override
    public void chosen(int candidate) {
        logDeterminant += Math.log(squares[candidate]);
        float[] next = new float[squares.length];
        similarities.of(candidate, next);
        for (int place = 0; place < size; place++) {
            float[] before = factor[place];
            float own = before[candidate];
            for (int other = 0; other < next.length; other++) {
                next[other] -= own * before[other];
            }
        }
        float scale = (float) (1 / Math.sqrt(squares[candidate]));
        for (int other = 0; other < next.length; other++) {
            next[other] *= scale;
            squares[other] = Math.max(Similarities.LEAST, squares[other] - (double) next[other] * next[other]);
        }
        factor[size++] = next;
    }

    /** The log-determinant of the chosen candidates. */
    double logDeterminant() {
        return logDeterminant;
    }
}
