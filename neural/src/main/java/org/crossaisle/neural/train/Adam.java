package org.crossaisle.neural.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Scope;

/**
 * Adam with its state in plain tensors, so that it can be kept and taken up again.
 *
 * <p>Source: Kingma and Ba, Adam, ICLR 2015, algorithm 1. For one thread.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Tensor> parameters;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private long steps;

    Adam(Iterable<Tensor> parameters) {
        this.parameters = new ArrayList<>();
        for (Tensor parameter : parameters) {
            this.parameters.add(parameter);
            means.add(torch.zeros(parameter.shape(), parameter.options()));
            squares.add(torch.zeros(parameter.shape(), parameter.options()));
        }
    }

    /** Moves every parameter against its gradient, then clears the gradients. */
    void step(double learningRate) {
        steps++;
        double size = learningRate / (1 - Math.pow(BETA1, (double) steps));
        double correction = Math.sqrt(1 - Math.pow(BETA2, (double) steps));
        try (Scope scope = Scope.plain()) {
            for (int at = 0; at < parameters.size(); at++) {
                Tensor gradient = parameters.get(at).grad();
                if (!gradient.defined()) {
                    continue;
                }
                Tensor mean = means.get(at).mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
                Tensor square =
                        squares.get(at).mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
                Tensor divisor = square.sqrt().div_(new Scalar(correction)).add_(new Scalar(EPSILON));
                parameters.get(at).addcdiv_(mean, divisor, new Scalar(-size));
                gradient.zero_();
            }
        }
    }

    /** The running means of the gradients, then those of their squares: each as the parameters are. */
    List<Tensor> state() {
        List<Tensor> all = new ArrayList<>(means);
        all.addAll(squares);
        return all;
    }

    /** Takes up where {@code steps} steps had been taken; {@link #state()} is filled by the caller. */
    void resume(long steps) {
        this.steps = steps;
    }

    /** How many steps were taken. */
    long steps() {
        return steps;
    }
}
