package org.crossaisle.model;

/**
 * Vectors in 8 bits a number: each is its scale times whole numbers in [-127, 127]. The scale is the greatest absolute
 * value of the vector over 127, so a number lies within half a scale of what it was.
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
     * The nearest to some vectors.
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

    /** Those that {@link #putInto} wrote. */
    public static Int8Vectors read(State state, String name) {
        float[] scales = state.floats(name + ".scales");
        byte[] values = state.bytes(name);
        return new Int8Vectors(values, scales, scales.length == 0 ? 1 : values.length / scales.length);
    }

    /** Adds the numbers and the scales to a state. */
    public void putInto(State state, String name) {
        state.put(name, new State.Bytes(new long[] {size(), dimension}, values)).put(name + ".scales", scales);
    }

    /** How many vectors there are. */
    public int size() {
        return scales.length;
    }

    /** How long each is. */
    public int dimension() {
        return dimension;
    }

    /** What a whole number of a vector stands for. */
    public float scale(int row) {
        return scales[row];
    }

    /** One of the whole numbers of a vector. */
    public byte value(int row, int at) {
        return values[row * dimension + at];
    }

    /** Writes what a vector stands for: [dimension] from a place on. */
    public void copy(int row, float[] into, int from) {
        for (int at = 0; at < dimension; at++) {
            into[from + at] = scales[row] * values[row * dimension + at];
        }
    }

    /** All that the vectors stand for: [vectors, dimension]. */
    public float[] floats() {
        float[] all = new float[values.length];
        for (int row = 0; row < scales.length; row++) {
            copy(row, all, row * dimension);
        }
        return all;
    }

    /** The dot product with a vector of others, summed in whole numbers. */
    public float dot(int row, Int8Vectors others, int other) {
        int sum = 0;
        int own = row * dimension;
        int theirs = other * dimension;
        for (int at = 0; at < dimension; at++) {
            sum += values[own + at] * others.values[theirs + at];
        }
        return product(sum, scales[row], others.scales[other]);
    }

    /** What a sum of products of whole numbers stands for. */
    public static float product(int sum, float scale, float otherScale) {
        return sum * (scale * otherScale);
    }
}
