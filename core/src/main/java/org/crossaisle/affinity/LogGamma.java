package org.crossaisle.affinity;

/**
 * The logarithm of the gamma function: Lanczos, SIAM J. Numer. Anal. B 1, 1964, with g = 7 and nine terms; 14 digits.
 */
final class LogGamma {
    private static final double G = 7;
    private static final double[] TERMS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private LogGamma() {}

    /** @param x above 0 */
    static double of(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - of(1 - x); // the reflection formula
        }
        double sum = TERMS[0];
        for (int at = 1; at < TERMS.length; at++) {
            sum += TERMS[at] / (x - 1 + at);
        }
        double t = x - 1 + G + 0.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
