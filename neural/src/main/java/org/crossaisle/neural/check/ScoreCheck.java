package org.crossaisle.neural.check;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Values;

/**
 * Item vectors from tables, and what users are worth to items: sums of rows, rows by number, and their products with
 * all items.
 */
enum ScoreCheck implements LayerCheck {
    EMBEDDING("embedding") {
        @Override
        public LayerResult compare() {
            float[] table = table();
            int[] numbers = {5, 0, 300, 7, 7, 123, 42};
            int[] starts = {0, 1, 4};
            double[][] rows = Numbers.rows(table, DIMENSION);
            double[][] sums = new double[starts.length][DIMENSION];
            for (int bag = 0; bag < starts.length; bag++) {
                int end = bag + 1 < starts.length ? starts[bag + 1] : numbers.length;
                for (int at = starts[bag]; at < end; at++) {
                    sums[bag] = PlainLayers.sum(new double[][] {sums[bag]}, new double[][] {rows[numbers[at]]})[0];
                }
            }
            Tensor vectors = Values.of(table, ITEMS, DIMENSION);
            Tensor summed = torch.embedding_bag(
                            vectors,
                            Values.of(numbers),
                            Values.of(starts),
                            false,
                            0,
                            false,
                            new TensorOptional(),
                            false)
                    .get0(); // [bags, d]
            return LayerResult.of(layer(), Numbers.flat(sums), Values.floats(summed));
        }
    },
    SCORES("scores of all items") {
        @Override
        public LayerResult compare() {
            float[] table = table();
            int[] users = {3, 299, 17};
            double[][] rows = Numbers.rows(table, DIMENSION);
            double[][] scores = new double[users.length][ITEMS];
            for (int user = 0; user < users.length; user++) {
                for (int item = 0; item < ITEMS; item++) {
                    scores[user][item] = PlainLayers.dot(rows[users[user]], 0, rows[item], 0, DIMENSION);
                }
            }
            Tensor vectors = Values.of(table, ITEMS, DIMENSION);
            Tensor found = torch.embedding(vectors, Values.of(users)).mm(vectors.t()); // [users, items]
            return LayerResult.of(layer(), Numbers.flat(scores), Values.floats(found));
        }
    };

    private static final long SEED = 4;
    private static final int ITEMS = 301;
    private static final int DIMENSION = 64;

    private final String layer;

    ScoreCheck(String layer) {
        this.layer = layer;
    }

    @Override
    public String layer() {
        return layer;
    }

    static float[] table() {
        return Numbers.draw(new SplittableRandom(SEED), 1, ITEMS * DIMENSION);
    }
}
