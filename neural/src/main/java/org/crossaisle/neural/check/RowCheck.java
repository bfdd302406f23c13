package org.crossaisle.neural.check;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/** Layers that process each row separately. */
enum RowCheck implements LayerCheck {
    LINEAR("linear") {
        @Override
        public LayerResult compare() {
            return linear(1, 1, 1).orWorse(linear(1, 64, 192)).orWorse(linear(37, 64, 33));
        }
    },
    LAYER_NORM("normalisation") {
        @Override
        public LayerResult compare() {
            return norm(1, 8).orWorse(norm(37, 64));
        }
    },
    ACTIVATIONS("activations") {
        @Override
        public LayerResult compare() {
            LayerResult worst = activation(Tensor::tanh, Math::tanh);
            for (LayerResult result : List.of(
                    activation(Tensor::sigmoid, PlainLayers::sigmoid),
                    activation(torch::relu, value -> Math.max(0, value)),
                    activation(torch::silu, PlainLayers::silu),
                    activation(torch::gelu, PlainLayers::gelu))) {
                worst = worst.orWorse(result);
            }
            return worst;
        }
    };

    private static final long SEED = 1;
    private static final int VALUES = 241; // of -6, -5.95, .., 6: no multiple of what a processor takes at once

    private final String layer;

    RowCheck(String layer) {
        this.layer = layer;
    }

    @Override
    public String layer() {
        return layer;
    }

    LayerResult linear(int rows, int in, int out) {
        Parameters parameters = new Parameters(SEED);
        Linear linear = new Linear(parameters, in, out);
        LayerWeights weights = LayerWeights.draw(parameters, SEED);
        return compare(rows, in, linear::apply, x -> PlainLayers.linear(x, weights));
    }

    LayerResult norm(int rows, int dimension) {
        Parameters parameters = new Parameters(SEED);
        LayerNorm norm = new LayerNorm(parameters, dimension);
        LayerWeights weights = LayerWeights.draw(parameters, SEED);
        return compare(rows, dimension, norm::apply, x -> PlainLayers.layerNorm(x, weights));
    }

    private LayerResult compare(
            int rows, int columns, Function<Tensor, Tensor> fast, Function<double[][], double[][]> plain) {
        float[] x = Numbers.draw(new SplittableRandom(SEED), 2, rows * columns);
        return LayerResult.of(
                layer,
                Numbers.flat(plain.apply(Numbers.rows(x, columns))),
                Values.floats(fast.apply(Values.of(x, rows, columns))));
    }

    LayerResult activation(Function<Tensor, Tensor> fast, DoubleUnaryOperator plain) {
        float[] x = new float[VALUES];
        for (int at = 0; at < VALUES; at++) {
            x[at] = (at - VALUES / 2) / 20f;
        }
        return LayerResult.of(
                layer,
                Numbers.flat(PlainLayers.each(Numbers.rows(x, VALUES), plain)),
                Values.floats(fast.apply(Values.of(x, VALUES))));
    }
}
