package org.crossaisle.neural.tensor;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How fast the device of this process is at the moment, from a look of a tenth of a second.
 *
 * @param matrixOperations multiplications and additions a second in a large product
 * @param exponentials a second over a long row
 */
public record MachineSpeed(double matrixOperations, double exponentials) {
    private static final int SIDE = 512;
    private static final int VALUES = 1 << 20;
    private static final int ROUNDS = 5;

    static {
        Torch.start();
    }

    /** Measures: the best of some rounds. */
    public static MachineSpeed measure() {
        double product = Double.MAX_VALUE;
        double exponential = Double.MAX_VALUE;
        try (TensorScope scope = TensorScope.plain()) {
            Tensor matrix = ComputeDevice.placed(torch.rand(new long[] {SIDE, SIDE}));
            Tensor row = ComputeDevice.placed(torch.rand(new long[] {VALUES}));
            for (int round = 0; round < ROUNDS; round++) {
                product = Math.min(product, seconds(() -> matrix.mm(matrix).select(0, 0)));
                exponential = Math.min(exponential, seconds(row::exp));
            }
        }
        return new MachineSpeed(2.0 * SIDE * SIDE * SIDE / product, VALUES / exponential);
    }

    /** One value of the result is read, as a GPU answers before it is done. */
    private static double seconds(Supplier<Tensor> work) {
        long begin = System.nanoTime();
        work.get().select(0, 0).item_float();
        return (System.nanoTime() - begin) / 1e9;
    }
}
