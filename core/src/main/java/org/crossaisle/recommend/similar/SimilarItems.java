package org.crossaisle.recommend.similar;

import java.util.List;
import java.util.function.IntPredicate;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;
import org.crossaisle.retrieve.BestCandidates;
import org.crossaisle.retrieve.Candidate;

/**
 * Finds items similar to an item: by the cosine of their vectors if the model has vectors, else by its scores for a
 * history of this item alone. Threads may share it.
 */
public final class SimilarItems {
    private final Model model;
    private final Catalog catalog;

    public SimilarItems(Model model, Catalog catalog) {
        this.model = model;
        this.catalog = catalog;
    }

    /** The code of what the scores are: {@code cosine} of item vectors, or {@code modelScore} after the item alone. */
    public String measure() {
        return model.as(VectorModel.class).isPresent() ? "cosine" : "modelScore";
    }

    /**
     * The items most similar to this one, best first, never itself; fewer than {@code count} only if fewer are allowed.
     *
     * @param count at least 1
     */
    public List<Candidate> of(int item, int count, IntPredicate allowed) {
        return BestCandidates.of(scores(item), count, other -> other != item && allowed.test(other));
    }

    private float[] scores(int item) {
        float[] scores = new float[catalog.size()];
        model.as(VectorModel.class)
                .ifPresentOrElse(
                        vectors -> cosines(vectors, item, scores),
                        () -> model.score(Query.of(History.ofItems(catalog.actions(), item), History.NO_TIME), scores));
        return scores;
    }

    private static void cosines(VectorModel vectors, int item, float[] scores) {
        float[] own = new float[vectors.dimension()];
        float[] other = new float[vectors.dimension()];
        vectors.itemVector(item, own);
        double length = Math.sqrt(product(own, own));
        for (int at = 0; at < scores.length; at++) {
            vectors.itemVector(at, other);
            double lengths = length * Math.sqrt(product(other, other));
            scores[at] = lengths == 0 ? 0 : (float) (product(own, other) / lengths);
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int at = 0; at < a.length; at++) {
            sum += (double) a[at] * b[at];
        }
        return sum;
    }
}
