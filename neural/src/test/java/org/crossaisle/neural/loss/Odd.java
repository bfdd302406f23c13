package org.crossaisle.neural.loss;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.Values;

/**
 * A loss whose value is always a number.
 *
 * @param gradient by every value of every vector
 */
public record Odd(float gradient) implements Loss {
    @Override
    public boolean comparesWithAll() {
        return true;
    }

    @Override
    public Gradients of(LossBatch comparison) {
        return new Gradients(1, gradients(comparison.users()), gradients(comparison.items()));
    }

    private Tensor gradients(Tensor vectors) {
        float[] all = new float[Math.toIntExact(vectors.numel())];
        Arrays.fill(all, gradient);
        return Values.of(all, vectors.shape());
    }
}
