package org.crossaisle.neural.tensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.jspecify.annotations.Nullable;

/**
 * A scope whose tensors are freed when it closes, such as one training step or one request. Whatever must outlive it is
 * created outside or copied into Java arrays.
 *
 * <p>Only for the thread that opened it.
 */
public final class TensorScope implements AutoCloseable {
    static {
        Torch.start();
    }

    private final PointerScope tensors = new PointerScope();
    private final @Nullable NoGradGuard guard;

    private TensorScope(boolean gradients) {
        guard = gradients ? null : new NoGradGuard();
    }

    /** A scope in which operations are recorded for {@code backward}. */
    public static TensorScope recording() {
        return new TensorScope(true);
    }

    /** A scope for inference: nothing is recorded. */
    public static TensorScope plain() {
        return new TensorScope(false);
    }

    @Override
    public void close() {
        if (guard != null) {
            guard.close();
        }
        tensors.close();
    }
}
