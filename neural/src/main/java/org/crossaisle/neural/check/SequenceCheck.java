package org.crossaisle.neural.check;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.FrequencyBlock;
import org.crossaisle.neural.layer.InterestPooling;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.Relations;
import org.crossaisle.neural.layer.TransductionBlock;
import org.crossaisle.neural.layer.TransformerBlock;
import org.crossaisle.neural.tensor.Values;

/** Layers in which a token depends on those before it: complete blocks, as in the encoders. */
enum SequenceCheck implements LayerCheck {
    ATTENTION("attention") {
        @Override
        public LayerResult compare() {
            Parameters parameters = new Parameters(SEED);
            TransformerBlock block = new TransformerBlock(parameters, DIMENSION, HEADS, INNER);
            LayerWeights weights = LayerWeights.draw(parameters, SEED);
            return result(
                    sequences -> sequences.transformer(weights, HEADS),
                    x -> block.apply(x, new Packing(LENGTHS), Dropout.NONE, 0));
        }
    },
    FREQUENCY_FILTER("frequency filter") {
        @Override
        public LayerResult compare() {
            FrequencyBlock.Shape shape = new FrequencyBlock.Shape(DIMENSION, HEADS, INNER, LONGEST, FREQUENCIES, 0.7);
            Parameters parameters = new Parameters(SEED);
            FrequencyBlock block = new FrequencyBlock(parameters, shape);
            LayerWeights weights = LayerWeights.draw(parameters, SEED);
            return result(
                    sequences -> sequences.frequency(weights, shape),
                    x -> block.apply(x, new Packing(LENGTHS), Dropout.NONE, 0));
        }
    },
    TRANSDUCTION("transduction") {
        @Override
        public LayerResult compare() {
            TransductionBlock.Shape shape = new TransductionBlock.Shape(DIMENSION, HEADS, LONGEST, BUCKETS);
            Parameters parameters = new Parameters(SEED);
            TransductionBlock block = new TransductionBlock(parameters, shape);
            LayerWeights weights = LayerWeights.draw(parameters, SEED);
            return result(
                    sequences -> sequences.transduction(weights, shape, SequenceCheck::bucket),
                    x -> block.apply(
                            x,
                            new Relations(new Packing(LENGTHS), LONGEST, BUCKETS, SequenceCheck::bucket),
                            Dropout.NONE,
                            0));
        }
    },
    INTERESTS("interest pooling") {
        @Override
        public LayerResult compare() {
            Parameters parameters = new Parameters(SEED);
            InterestPooling pooling = new InterestPooling(parameters, DIMENSION, INNER, 3);
            LayerWeights weights = LayerWeights.draw(parameters, SEED);
            return result(sequences -> sequences.interests(weights, 3), x -> pooling.apply(x, new Packing(LENGTHS)));
        }
    };

    private static final long SEED = 3;
    private static final int[] LENGTHS = {1, 3, 7, 7, 20}; // ascending, as they are packed
    private static final int LONGEST = 20;
    private static final int ROWS = 38;
    private static final int DIMENSION = 32;
    private static final int HEADS = 2;
    private static final int INNER = 48;
    private static final int FREQUENCIES = 4;
    private static final int BUCKETS = 5;

    private final String layer;

    SequenceCheck(String layer) {
        this.layer = layer;
    }

    /** One side of the comparison, made of the other's input. */
    interface Side<I, O> {
        O of(I input);
    }

    @Override
    public String layer() {
        return layer;
    }

    LayerResult result(Side<PlainSequences, double[][]> plain, Side<Tensor, Tensor> fast) {
        float[] x = Numbers.draw(new SplittableRandom(SEED), 1, ROWS * DIMENSION);
        return LayerResult.of(
                layer,
                Numbers.flat(plain.of(new PlainSequences(Numbers.rows(x, DIMENSION), LENGTHS))),
                Values.floats(fast.of(Values.of(x, ROWS, DIMENSION))));
    }

    private static int bucket(int row, int earlier) {
        return (2 * row + earlier) % BUCKETS;
    }
}
