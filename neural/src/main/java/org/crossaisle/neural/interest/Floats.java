package org.crossaisle.neural.interest;

import java.util.List;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Values;

/** Rows of numbers as tensors. */
final class Floats {
    static final ScalarTypeOptional SAME_TYPE = new ScalarTypeOptional();

    private Floats() {}

    /**
     * The rows as a matrix.
     *
     * @param columns required length of every row
     * @return [rows, columns]
     */
    static Tensor matrix(List<float[]> rows, int columns) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no steps to encode, at least one is needed");
        }
        float[] values = new float[rows.size() * columns];
        int at = 0;
        for (float[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException("a row has " + row.length + " numbers, must have " + columns);
            }
            System.arraycopy(row, 0, values, at, columns);
            at += columns;
        }
        return Values.onCpu(values, rows.size(), columns);
    }
}
