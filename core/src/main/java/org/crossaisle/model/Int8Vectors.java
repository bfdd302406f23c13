package org.crossaisle.model;

/**
 * Vectors quantised to 8 bits: each is a scale times integers in [-127, 127]. The scale is the largest absolute value
 * of the vector divided by 127, so the error of a value is at most half the scale.
 *
 * <p>Immutable; threads may share it.
 */
public final class Int8Vectors {
    private static final int GREATEST = 127;

    private final byte[] values; // [vectors, dimension]
    private final float[] scales; // [vectors]
    private final int dimension;

    private Int8Vectors(byte[] values, float[] scales, int dimension) {
        this.values = values;
        this.scales = scales;
        this.dimension = dimension;
    }

    /**
     * Quantises vectors to the nearest values.
     *
     * @param rows [vectors, dimension], row after row; finite
     */
    public static Int8Vectors of(float[] rows, int dimension) {
        byte[] values = new byte[rows.length];
        float[] scales = new float[rows.length / dimension];
        for (int row = 0; row < scales.length; row++) {
            float greatest = 0;
            for (int at = row * dimension; at < (row + 1) * dimension; at++) {
                greatest = Math.max(greatest, Math.abs(rows[at]));
            }
            float scale = greatest / GREATEST;
            scales[row] = scale;
            for (int at = row * dimension; at < (row + 1) * dimension; at++) {
                // below the smallest normal numbers a quotient may be far beyond 127
                values[at] =
                        scale == 0 ? 0 : (byte) Math.max(-GREATEST, Math.min(GREATEST, Math.round(rows[at] / scale)));
            }
        }
        return new Int8Vectors(values, scales, dimension);
    }

    /** Reads vectors written by {@link #putInto}. */
    public static Int8Vectors read(State state, String name) {
        float[] scales = state.floats(name + ".scales");
        byte[] values = state.bytes(name);
        return new Int8Vectors(values, scales, scales.length == 0 ? 1 : values.length / scales.length);
    }

    /** Adds the integers and the scales to a state. */
    public void putInto(State state, String name) {
        state.put(name, new State.Bytes(new long[] {size(), dimension}, values)).put(name + ".scales", scales);
    }

    /** The number of vectors. */
    public int size() {
        return scales.length;
    }

    /** The length of each vector. */
    public int dimension() {
        return dimension;
    }

    /** The scale of a vector: the value of the integer 1. */
    public float scale(int row) {
        return scales[row];
    }

    /** One integer of a vector. */
    public byte value(int row, int at) {
        return values[row * dimension + at];
    }

    /** Writes the dequantised vector: [dimension], starting at an offset. */
    public void copy(int row, float[] into, int from) {
        for (int at = 0; at < dimension; at++) {
            into[from + at] = scales[row] * values[row * dimension + at];
        }
    }

    /** All dequantised vectors: [vectors, dimension]. */
    public float[] floats() {
        float[] all = new float[values.length];
        for (int row = 0; row < scales.length; row++) {
            copy(row, all, row * dimension);
        }
        return all;
    }

    /** The dot product with a vector of another set, summed in integers. */
    public float dot(int row, Int8Vectors others, int other) {
        int sum = 0;
        int own = row * dimension;
        int theirs = other * dimension;
        for (int at = 0; at < dimension; at++) {
            sum += values[own + at] * others.values[theirs + at];
        }
        return product(sum, scales[row], others.scales[other]);
    }

    /** The value of an integer sum of products. */
    public static float product(int sum, float scale, float otherScale) {
        return sum * (scale * otherScale);
    }
}
