package org.crossaisle.neural.train;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;

/**
 * The values of a network that do not change in training. Their gradients are set to 0; because the moments of
 * {@link Adam} start at 0, it then leaves these values exactly as they are.
 *
 * <p>Not thread-safe.
 */
public final class FrozenParameters {
    /** No value is frozen. */
    public static final FrozenParameters NOTHING = new FrozenParameters(Map.of());

    private final Map<String, Tensor> moving;

    /**
     * Freezes some values of a network that is not yet trained.
     *
     * @param moving masks by parameter name, 1 where a value is trained and 0 where it is frozen, of a shape that can
     *     be multiplied with the parameter's, such as [rows, 1]; parameters that are not named are trained
     */
    public FrozenParameters(Map<String, Tensor> moving) {
        this.moving = new HashMap<>(moving);
    }

    /** Sets the gradients of frozen values to 0. */
    void clearGradients(Parameters parameters) {
        try (TensorScope scope = TensorScope.plain()) {
            moving.forEach((name, mask) -> {
                Tensor parameter = parameters.all().get(name);
                if (parameter != null && parameter.grad().defined()) {
                    clearGradients(parameter.grad(), mask);
                }
            });
        }
    }

    /** For a sparse gradient, uses the rows of the mask that it has. */
    private static void clearGradients(Tensor gradient, Tensor mask) {
        if (gradient.is_sparse()) {
            Tensor rows = gradient._indices().select(0, 0); // [rows with a gradient]
            gradient._values().mul_(mask.size(0) == 1 ? mask : mask.index_select(0, rows));
        } else {
            gradient.mul_(mask);
        }
    }
}
