package org.crossaisle.affinity;

/** The chi-square distribution. */
final class ChiSquare {
    private static final double NEGLIGIBLE = 1e-15;
    private static final int MOST_TERMS = 10_000;

    private ChiSquare() {}

    /**
     * The probability of a value above x: Q(degrees / 2, x / 2), the regularised upper incomplete gamma function.
     *
     * <p>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964: the series 6.5.29 below a + 1, above
     * it the continued fraction 6.5.31 in its even form, by the method of Lentz.
     *
     * @param degrees of freedom, at least 1
     */
    static double tail(double x, int degrees) {
        double a = degrees / 2.0;
        double half = x / 2;
        if (half <= 0) {
            return 1;
        }
        double factor = Math.exp(a * Math.log(half) - half - LogGamma.of(a));
        return half < a + 1 ? 1 - factor * series(a, half) : factor * fraction(a, half);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * NEGLIGIBLE; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = Double.MAX_VALUE;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            value *= d * c;
            if (Math.abs(d * c - 1) < NEGLIGIBLE) {
                break;
            }
        }
        return value;
    }
}
