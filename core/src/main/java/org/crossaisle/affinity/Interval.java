package org.crossaisle.affinity;

import org.crossaisle.PublicApi;

/**
 * An estimate with its 95 % confidence interval.
 *
 * @param value the estimate
 * @param low the lower end, at most the value
 * @param high the upper end, at least the value
 */
@PublicApi
public record Interval(double value, double low, double high) {
    /** The 0.975 quantile of the normal distribution. */
    static final double NORMAL_QUANTILE = 1.959963984540054;

    public Interval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("the interval [" + low + ", " + high + "] must contain " + value);
        }
    }

    /**
     * The log-normal interval: value exp(-z s) to value exp(z s).
     *
     * @param value above 0
     * @param deviation s, the standard deviation of the logarithm of the estimate
     */
    static Interval logNormal(double value, double deviation) {
        double factor = Math.exp(NORMAL_QUANTILE * deviation);
        return new Interval(value, value / factor, value * factor);
    }
}
