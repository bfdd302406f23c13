package org.crossaisle.model.count;

/** The bounds of settings. */
public final class CountBounds {
    private CountBounds() {}

    public static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + least);
        }
    }

    public static void notNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least 0");
        }
    }

    public static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be in [" + least + ", " + most + "]");
        }
    }

    /** In (0, 1]. */
    public static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be in (0, 1]");
        }
    }
}
