package org.crossaisle.recommend.rerank;

import java.util.Arrays;
import org.crossaisle.model.VectorModel;

/** The cosine similarities of the model's item vectors; an item with a zero vector is similar only to itself. */
final class VectorSimilarities implements Similarities {
    private final float[][] vectors; // [dimension][candidates], each candidate's of length 1

    VectorSimilarities(CandidatePool pool, VectorModel model) {
        vectors = new float[model.dimension()][pool.size()];
        float[] vector = new float[model.dimension()];
        for (int at = 0; at < pool.size(); at++) {
            model.itemVector(pool.item(at), vector);
            double squares = 0;
            for (float value : vector) {
                squares += (double) value * value;
            }
            float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
            for (int d = 0; d < vector.length; d++) {
                vectors[d][at] = vector[d] * scale;
            }
        }
    }

    @Override
    public void of(int candidate, float[] into) {
        Arrays.fill(into, 0);
        for (float[] values : vectors) {
            float own = values[candidate];
            for (int other = 0; other < into.length; other++) {
                into[other] += own * values[other];
            }
        }
        into[candidate] = 1;
    }

    @Override
    public double of(int candidate, int other) {
        double sum = 0;
        for (float[] values : vectors) {
            sum += (double) values[candidate] * values[other];
        }
        return candidate == other ? 1 : sum;
    }
}
