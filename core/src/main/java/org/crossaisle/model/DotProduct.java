package org.crossaisle.model;

/** The dot product of two vectors. */
public final class DotProduct {
    private DotProduct() {}

    /**
     * a . b, in four sums, so that no addition waits for the one before it.
     *
     * @param b at least as long as a
     */
    public static float of(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int at = 0;
        for (; at + 3 < a.length; at += 4) {
            first += a[at] * b[at];
            second += a[at + 1] * b[at + 1];
            third += a[at + 2] * b[at + 2];
            fourth += a[at + 3] * b[at + 3];
        }
        for (; at < a.length; at++) {
            first += a[at] * b[at];
        }
        return first + second + (third + fourth);
    }
}
