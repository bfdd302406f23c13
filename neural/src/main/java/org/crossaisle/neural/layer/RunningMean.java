package org.crossaisle.neural.layer;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Values;

/** The mean of each token and the tokens before it in its sequence. */
public final class RunningMean {
    private final LagFilter sum;

    /** @param longest maximum length of a sequence */
    public RunningMean(int longest) {
        double[] ones = new double[longest];
        Arrays.fill(ones, 1);
        sum = new LagFilter(ones);
    }

    /** [rows, d] for x of [rows, d]. */
    public Tensor apply(Tensor x, Packing packing) {
        Tensor counts = Values.of(packing.fromStart()).add(Values.of(new int[] {1})); // [rows]
        return sum.apply(x, packing).div(counts.unsqueeze(1));
    }
}
