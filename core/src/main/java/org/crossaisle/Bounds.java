package org.crossaisle;

/**
 * Checks of values against their bounds, for settings and arguments. Each throws an {@link IllegalArgumentException}
 * that gives the name, the value and the bound: "epochs is 0, must be at least 1". NaN fails every check.
 */
@PublicApi
public final class Bounds {
    private Bounds() {}

    /** The value must be at least {@code least}. */
    public static void atLeast(String name, long value, long least) {
        check(value >= least, name, value, "at least " + least);
    }

    /** The value must be at most {@code most}. */
    public static void atMost(String name, long value, long most) {
        check(value <= most, name, value, "at most " + most);
    }

    /** The value must be in [{@code least}, {@code most}]. */
    public static void inRange(String name, long value, long least, long most) {
        check(value >= least && value <= most, name, value, "in [" + least + ", " + most + "]");
    }

    /** The value must be a valid index of {@code size} elements: in [0, {@code size}). */
    public static void index(String name, long value, long size) {
        check(value >= 0 && value < size, name, value, "in [0, " + size + ")");
    }

    /** The value must be at least 0 and finite. */
    public static void notNegative(String name, double value) {
        check(value >= 0 && Double.isFinite(value), name, value, "at least 0 and finite");
    }

    /** The value must be above 0 and finite. */
    public static void positive(String name, double value) {
        check(value > 0 && Double.isFinite(value), name, value, "above 0 and finite");
    }

    /** The value must be in [0, 1]. */
    public static void share(String name, double value) {
        check(value >= 0 && value <= 1, name, value, "in [0, 1]");
    }

    /** The value must be in (0, 1]. */
    public static void positiveShare(String name, double value) {
        check(value > 0 && value <= 1, name, value, "in (0, 1]");
    }

    /** The value must be in [0, 1). */
    public static void shareBelowOne(String name, double value) {
        check(value >= 0 && value < 1, name, value, "in [0, 1)");
    }

    /** The value must be in (0, 1). */
    public static void properShare(String name, double value) {
        check(value > 0 && value < 1, name, value, "in (0, 1)");
    }

    /** The value must be a multiple of another, such as the dimension of the number of heads. */
    public static void multiple(String name, int value, String ofName, int of) {
        check(value % of == 0, name, value, "a multiple of " + ofName + ", " + of);
    }

    private static void check(boolean holds, String name, Object value, String bound) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ", must be " + bound);
        }
    }
}
