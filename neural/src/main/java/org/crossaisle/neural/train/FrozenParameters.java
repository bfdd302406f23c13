package org.crossaisle.neural.train;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;

/**
 * Which values of a network stay as they are while it is trained. Their gradients are made 0; as the means of {@link Adam} begin
 * at 0, it then never moves them, not by a bit.
 *
 * <p>For one thread.
 */
public final class FrozenParameters {
    /** Every value moves. */
    public static final FrozenParameters NOTHING = new FrozenParameters(Map.of());

    private final Map<String, Tensor> moving;

    /**
     * Holds some values of a network that is not trained yet.
     *
     * @param moving by the name of a parameter 1 where a value moves and 0 where it stays, of a shape that can be multiplied with
     *     the parameter's, such as [rows, 1]; a parameter that is not named moves
     */
    public FrozenParameters(Map<String, Tensor> moving) {
        this.moving = new HashMap<>(moving);
    }

    /** Makes the gradients of what is held 0. */
    void still(Parameters parameters) {
        try (TensorScope scope = TensorScope.plain()) {
            moving.forEach((name, mask) -> {
                Tensor parameter = parameters.all().get(name);
                if (parameter != null && parameter.grad().defined()) {
                    still(parameter.grad(), mask);
                }
            });
        }
    }

    /** Of a gradient that holds some rows only, their part of the mask is taken. */
    private static void still(Tensor gradient, Tensor mask) {
        if (gradient.is_sparse()) {
            Tensor rows = gradient._indices().select(0, 0); // [rows with a gradient]
            gradient._values().mul_(mask.size(0) == 1 ? mask : mask.index_select(0, rows));
        } else {
            gradient.mul_(mask);
        }
    }
}
