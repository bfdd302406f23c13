package org.crossaisle.neural.settings;

/** The bounds that settings check their values by; each refusal names the setting, the value and the bound. */
public final class Bounds {
    private Bounds() {}

    /** Refuses a value below the bound. */
    public static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + bound);
        }
    }

    /** Refuses a rate outside [0, 1). */
    public static void rate(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be in [0, 1)");
        }
    }

    /** Refuses a share outside [0, 1]. */
    public static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be in [0, 1]");
        }
    }

    /** Refuses a dimension that cannot be shared out among the heads. */
    public static void heads(int dimension, int heads) {
        if (dimension % heads != 0) {
            throw new IllegalArgumentException("dimension is " + dimension + ", must be a multiple of heads, " + heads);
        }
    }
}
