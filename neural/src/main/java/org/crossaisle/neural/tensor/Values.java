package org.crossaisle.neural.tensor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Java arrays as tensors and back. Every direction copies. Tensors are made on the {@link ComputeDevice}, but for those
 * of {@code onCpu}; this is the one place that makes them from nothing, so that none of a network lies elsewhere, and
 * none is made before {@link ArithmeticGate} has been passed.
 */
public final class Values {
    static {
        Torch.start();
    }

    private Values() {}

    private static Tensor placed(Tensor host) {
        ArithmeticGate.pass();
        return ComputeDevice.placed(host);
    }

    /** A tensor of single precision, row after row. */
    public static Tensor of(float[] values, long... shape) {
        return placed(Tensor.create(values, shape));
    }

    /** A double-precision tensor, in row-major order. */
    public static Tensor of(double[] values, long... shape) {
        return placed(Tensor.create(values, shape));
    }

    /** A tensor of 32-bit integers, such as indices. */
    public static Tensor of(int[] values) {
        return placed(Tensor.create(values, values.length));
    }

    /** A tensor filled with one value. */
    public static Tensor full(double value, torch.ScalarType type, long... shape) {
        return placed(torch.full(shape, new Scalar(value), new TensorOptions(type)));
    }

    /** The bytes of a direct buffer. On the CPU the tensor shares the buffer's memory and changes with it. */
    public static Tensor of(BytePointer bytes, long... shape) {
        return placed(torch.from_blob(bytes, shape, new TensorOptions(torch.ScalarType.Byte)));
    }

    /** A single-precision tensor that stays on the CPU, whatever the device. */
    public static Tensor onCpu(float[] values, long... shape) {
        ArithmeticGate.pass();
        return Tensor.create(values, shape);
    }

    /** A double-precision tensor that stays on the CPU. */
    public static Tensor onCpu(double[] values, long... shape) {
        ArithmeticGate.pass();
        return Tensor.create(values, shape);
    }

    /** A tensor of 64-bit integers that stays on the CPU. */
    public static Tensor onCpu(long... values) {
        ArithmeticGate.pass();
        return Tensor.create(values, values.length);
    }

    /** The tensor on the CPU: the same one if it is already there. */
    public static Tensor onCpu(Tensor tensor) {
        return tensor.is_cpu() ? tensor : tensor.cpu();
    }

    /** The values of a single-precision tensor, in row-major order. */
    public static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        copy(tensor, values);
        return values;
    }

    /** Copies the values of a single-precision tensor, in row-major order, to the start of an array. */
    public static void copy(Tensor tensor, float[] into) {
        Tensor copy = onCpu(tensor).contiguous();
        try (FloatPointer data = new FloatPointer(copy.data_ptr())) {
            data.get(into, 0, Math.toIntExact(copy.numel()));
        }
    }

    /** Overwrites a contiguous single-precision tensor. */
    public static void fill(Tensor tensor, float[] values) {
        if (tensor.numel() != values.length || !tensor.is_contiguous()) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill a tensor of " + tensor.numel() + " in one piece");
        }
        if (!tensor.is_cpu()) {
            try (TensorScope scope = TensorScope.plain()) {
                tensor.copy_(Tensor.create(values, tensor.shape()));
            }
            return;
        }
        try (FloatPointer data = new FloatPointer(tensor.data_ptr())) {
            data.put(values, 0, values.length);
        }
    }
}
