package org.crossaisle.neural.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.TensorScope;

/**
 * The Adam optimiser, with its state in plain tensors so that it can be saved and restored.
 *
 * <p>Where a gradient is sparse, as those of item vectors may be, only the rows with a gradient and their moments are
 * updated: the lazy Adam of libtorch's SparseAdam. Source: Kingma and Ba, Adam, ICLR 2015, algorithm 1. Not
 * thread-safe.
 */
public final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Tensor> parameters;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private long steps;

    /** An optimiser that has taken no step. */
    public Adam(Iterable<Tensor> parameters) {
        this.parameters = new ArrayList<>();
        for (Tensor parameter : parameters) {
            this.parameters.add(parameter);
            means.add(torch.zeros(parameter.shape(), parameter.options()));
            squares.add(torch.zeros(parameter.shape(), parameter.options()));
        }
    }

    /** Updates every parameter from its gradient, then clears the gradients. */
    public void step(double learningRate) {
        steps++;
        double size = learningRate / (1 - Math.pow(BETA1, (double) steps));
        double correction = Math.sqrt(1 - Math.pow(BETA2, (double) steps));
        try (TensorScope scope = TensorScope.plain()) {
            for (int at = 0; at < parameters.size(); at++) {
                Tensor gradient = parameters.get(at).grad();
                if (!gradient.defined()) {
                    continue;
                }
                if (gradient.is_sparse()) {
                    moveRows(at, gradient.coalesce(), size, correction);
                } else {
                    move(parameters.get(at), gradient, means.get(at), squares.get(at), size, correction);
                }
                gradient.zero_();
            }
        }
    }

    private static void move(
            Tensor parameter, Tensor gradient, Tensor mean, Tensor square, double size, double correction) {
        mean.mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
        square.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
        Tensor divisor = square.sqrt().div_(new Scalar(correction)).add_(new Scalar(EPSILON));
        parameter.addcdiv_(mean, divisor, new Scalar(-size));
    }

    /** Rows without a gradient keep their values and moments and cost nothing. */
    private void moveRows(int at, Tensor gradient, double size, double correction) {
        Tensor rows = gradient._indices().select(0, 0); // [rows with a gradient]
        Tensor parameter = parameters.get(at).index_select(0, rows);
        Tensor mean = means.get(at).index_select(0, rows);
        Tensor square = squares.get(at).index_select(0, rows);
        move(parameter, gradient._values(), mean, square, size, correction);
        parameters.get(at).index_copy_(0, rows, parameter);
        means.get(at).index_copy_(0, rows, mean);
        squares.get(at).index_copy_(0, rows, square);
    }

    /**
     * Clips the gradient of all parameters together to a maximum length.
     *
     * @return its length before clipping
     */
    double clip(double bound) {
        double sum = 0;
        try (TensorScope scope = TensorScope.plain()) {
            for (Tensor parameter : parameters) {
                if (parameter.grad().defined()) {
                    sum += values(parameter.grad()).square().sum().item_double();
                }
            }
            double length = Math.sqrt(sum);
            if (length > bound) {
                for (Tensor parameter : parameters) {
                    if (parameter.grad().defined()) {
                        parameter.grad().mul_(new Scalar(bound / length));
                    }
                }
            }
            return length;
        }
    }

    private static Tensor values(Tensor gradient) {
        return gradient.is_sparse() ? gradient.coalesce()._values() : gradient;
    }

    /** The first moments, then the second moments, each in the order of the parameters. */
    List<Tensor> state() {
        List<Tensor> all = new ArrayList<>(means);
        all.addAll(squares);
        return all;
    }

    /** Resumes after {@code steps} steps. The caller fills {@link #state()}. */
    void resume(long steps) {
        this.steps = steps;
    }

    /** Number of steps taken. */
    long steps() {
        return steps;
    }
}
