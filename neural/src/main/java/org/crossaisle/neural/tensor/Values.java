package org.crossaisle.neural.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/** Java arrays as tensors and back. Every direction copies. */
public final class Values {
    static {
        Torch.start();
    }

    private Values() {}

    /** A tensor of single precision, row after row. */
    public static Tensor of(float[] values, long... shape) {
        return Tensor.create(values, shape);
    }

    /** A tensor of double precision, row after row. */
    public static Tensor of(double[] values, long... shape) {
        return Tensor.create(values, shape);
    }

    /** A tensor of 32-bit integers, such as indices. */
    public static Tensor of(int[] values) {
        return Tensor.create(values, values.length);
    }

    /** The values of a tensor of single precision, row after row. */
    public static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        copy(tensor, values);
        return values;
    }

    /** Copies the values of a tensor of single precision, row after row, to the start of an array. */
    public static void copy(Tensor tensor, float[] into) {
        Tensor whole = tensor.contiguous();
        try (FloatPointer data = new FloatPointer(whole.data_ptr())) {
            data.get(into, 0, Math.toIntExact(whole.numel()));
        }
    }

    /** Overwrites a tensor of single precision that lies in one piece. */
    public static void fill(Tensor tensor, float[] values) {
        if (tensor.numel() != values.length || !tensor.is_contiguous()) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill a tensor of " + tensor.numel() + " in one piece");
        }
        try (FloatPointer data = new FloatPointer(tensor.data_ptr())) {
            data.put(values, 0, values.length);
        }
    }
}
