package org.crossaisle.model.factor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;

/**
 * A model that scores by the dot product of the history's vector and the item's, plus the item's bias. The bias is one
 * more dimension, which is 1 in every query vector. An item without training events has a zero vector and the lowest
 * bias of all. Threads may share it.
 */
final class FactorModel implements VectorModel {
    private final Factors factors;
    private final float[] average; // [d], the mean of the training users
    private final int[] reference; // the reference items of the fold-in, which represent all items
    private final int known;
    private final FoldIn foldIn;

    FactorModel(Factors factors, float[] average, int[] reference, int known, FoldIn.Settings settings) {
        this.factors = factors;
        this.average = average;
        this.reference = reference;
        this.known = known;
        foldIn = new FoldIn(factors, settings, average, reference, known);
    }

    static FactorModel load(State state, Catalog catalog, int dimension, FoldIn.Settings settings) {
        float[][] items = state.rows("items");
        float[] biases = state.floats("biases");
        float[] average = state.floats("average");
        int[] reference = state.ints("reference");
        int[] known = state.ints("known");
        if (items.length != catalog.size()
                || biases.length != items.length
                || average.length != dimension
                || known.length != 1
                || !Arrays.stream(items).allMatch(row -> row.length == dimension)
                || !Arrays.stream(reference).allMatch(item -> item >= 0 && item < items.length)) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model has vectors of " + items.length + " items, " + biases.length
                            + " biases and an average of "
                            + average.length + " dimensions; expected the catalog's " + catalog.size()
                            + " items, as many biases and vectors of " + dimension);
        }
        return new FactorModel(
                new Factors(dimension, new float[0][], items, biases), average, reference, known[0], settings);
    }

    @Override
    public int items() {
        return factors.items.length;
    }

    @Override
    public int dimension() {
        return factors.dimension + 1;
    }

    @Override
    public void encode(Query query, float[] vector) {
        float[] user = new float[factors.dimension];
        foldIn.encode(query.history(), user);
        System.arraycopy(user, 0, vector, 0, user.length);
        vector[user.length] = 1;
    }

    @Override
    public void itemVector(int item, float[] vector) {
        System.arraycopy(factors.items[item], 0, vector, 0, factors.dimension);
        vector[factors.dimension] = factors.biases[item];
    }

    @Override
    public void score(Query query, float[] scores) {
        float[] user = new float[factors.dimension];
        foldIn.encode(query.history(), user);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = factors.score(user, item);
        }
    }

    /** Runs on all processors: most of the time is spent on the vectors of the histories. */
    @Override
    public void score(List<Query> queries, float[][] scores) {
        IntStream.range(0, queries.size()).parallel().forEach(row -> score(queries.get(row), scores[row]));
    }

    @Override
    public State state() {
        return new State()
                .put("items", new State.Floats(new long[] {items(), factors.dimension}, factors.items))
                .put("biases", factors.biases)
                .put("average", average)
                .put("reference", reference)
                .put("known", known);
    }
}
