package org.crossaisle.affinity;

import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;

/**
 * The order in which customers of both categories first came to them.
 *
 * @param forward the number who came to the first category first
 * @param backward the number who came to the second category first
 * @param ties the number who came to both at the same time or, where times are whole days, on the same day
 */
@PublicApi
public record Direction(int forward, int backward, int ties) {
    private static final double NEGLIGIBLE = 1e-18;

    public Direction {
        Bounds.atLeast("forward", forward, 0);
        Bounds.atLeast("backward", backward, 0);
        Bounds.atLeast("ties", ties, 0);
    }

    /** The number of customers of both. */
    public int both() {
        return forward + backward + ties;
    }

    /**
     * The p value of the exact two-sided sign test that both orders are equally likely, without ties: with n = forward
     * +
     * backward and X binomial(n, 1/2), p = min(1, 2 P(X &gt;= max(forward, backward))); 1 where n = 0.
     *
     * <p>A category that is visited more often comes first more often for that reason alone, so a small p says which
     * comes first, not that it leads to the other.
     *
     * <p>Source: Dixon and Mood, The statistical sign test, JASA 41(236), 1946.
     */
    public double p() {
        int n = forward + backward;
        int from = Math.max(forward, backward);
        double log = LogGamma.of(n + 1.0)
                - LogGamma.of(from + 1.0)
                - LogGamma.of(n - from + 1.0)
                - n * Math.log(2); // of P(X = from)
        double sum = 0;
        double term = 1; // P(X = k) / P(X = from); falls, since from >= n / 2
        for (int k = from; k <= n && term > NEGLIGIBLE; k++) {
            sum += term;
            term *= (n - k) / (k + 1.0);
        }
        return Math.min(1, 2 * Math.exp(log + Math.log(sum)));
    }
}
