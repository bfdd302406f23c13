package org.crossaisle.neural.check;

/**
 * The deviation of libtorch from plain Java for one kind of layer.
 *
 * @param layer the kind of layer
 * @param deviation the largest |found - expected| / (1 + |expected|) of all compared numbers; infinite where one is not
 *     a number
 * @param expected the result of plain Java where the deviation is largest
 * @param found the result of libtorch there
 */
public record LayerResult(String layer, double deviation, double expected, double found) {
    /**
     * The largest acceptable deviation: single precision gives less than 1e-6 here, a 16-bit product about 1e-3.
     */
    public static final double TOLERANCE = 2e-5;

    /** Compares all numbers of a layer's output. */
    static LayerResult of(String layer, double[] expected, float... found) {
        if (expected.length != found.length || found.length == 0) {
            throw new IllegalArgumentException(layer + ": " + found.length + " numbers, expected " + expected.length);
        }
        int worst = 0;
        double most = -1;
        for (int at = 0; at < found.length; at++) {
            double deviation = deviation(expected[at], found[at]);
            if (deviation > most) {
                most = deviation;
                worst = at;
            }
        }
        return new LayerResult(layer, most, expected[worst], found[worst]);
    }

    private static double deviation(double expected, double found) {
        double deviation = Math.abs(found - expected) / (1 + Math.abs(expected));
        return Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
    }

    /** Returns the result that deviates more. */
    LayerResult orWorse(LayerResult other) {
        return other.deviation > deviation ? other : this;
    }

    /** Whether the deviation is within {@link #TOLERANCE}. */
    public boolean isRight() {
        return deviation <= TOLERANCE;
    }
}
