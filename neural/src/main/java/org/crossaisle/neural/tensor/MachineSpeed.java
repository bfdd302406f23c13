package org.crossaisle.neural.tensor;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The current speed of this process's device, measured in a tenth of a second.
 *
 * @param matrixOperations multiplications and additions per second in a large product
 * @param exponentials exponentials per second over a long row
 */
public record MachineSpeed(double matrixOperations, double exponentials) {
    private static final int SIDE = 512;
    private static final int VALUES = 1 << 20;
    private static final int ROUNDS = 5;

    static {
        Torch.start();
    }

    /** Measures the speed: the best of several rounds. */
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

    /** Reads one value of the result, because a GPU returns before it has finished. */
    private static double seconds(Supplier<Tensor> work) {
        long begin = System.nanoTime();
        work.get().select(0, 0).item_float();
        return (System.nanoTime() - begin) / 1e9;
    }
}
