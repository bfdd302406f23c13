package org.crossaisle.neural.check;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Inputs of the check, and their forms on both sides: libtorch reads floats row after row, plain Java doubles by rows.
 */
final class Numbers {
    private Numbers() {}

    /** Drawn evenly from [-bound, bound). */
    static float[] draw(SplittableRandom random, double bound, int count) {
        float[] drawn = new float[count];
        for (int at = 0; at < count; at++) {
            drawn[at] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return drawn;
    }

    static double[] doubles(float... values) {
        double[] doubles = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            doubles[at] = values[at];
        }
        return doubles;
    }

    /** [rows, columns] of values that lie row after row. */
    static double[][] rows(float[] values, int columns) {
        double[] all = doubles(values);
        double[][] rows = new double[values.length / columns][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(all, row * columns, (row + 1) * columns);
        }
        return rows;
    }

    /** Row after row. */
    static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
