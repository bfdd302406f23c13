package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.crossaisle.model.category.CategoryNumbers;

/**
 * A trained network that was taught beside the next item the category of it, and tells both.
 *
 * <p>Threads may share it.
 *
 * @param encoded the network with the vectors of all items
 * @param shelving the categories it tells of
 */
record CategoryPredictingModel(EncodedModel encoded, CategoryNumbers shelving) implements VectorModel, CategoryModel {
    private static final int CHUNK = 512;

    @Override
    public CategoryLevel level() {
        return shelving.level();
    }

    @Override
    public int[] categories() {
        return shelving.numbers();
    }

    @Override
    public void categories(Query query, float[] probabilities) {
        categories(List.of(query), new float[][] {probabilities});
    }

    @Override
    public void categories(List<Query> queries, float[][] probabilities) {
        for (int from = 0; from < queries.size(); from += CHUNK) {
            float[][] told = encoded.logCategories(queries.subList(from, Math.min(queries.size(), from + CHUNK)));
            for (int row = 0; row < told.length; row++) {
                for (int category = 0; category < told[row].length; category++) {
                    probabilities[from + row][category] = (float) Math.exp(told[row][category]);
                }
            }
        }
    }

    @Override
    public int items() {
        return encoded.items();
    }

    @Override
    public int dimension() {
        return encoded.dimension();
    }

    @Override
    public void encode(Query query, float[] vector) {
        encoded.encode(query, vector);
    }

    @Override
    public void encode(List<Query> queries, float[][] vectors) {
        encoded.encode(queries, vectors);
    }

    @Override
    public void itemVector(int item, float[] vector) {
        encoded.itemVector(item, vector);
    }

    @Override
    public void score(Query query, float[] scores) {
        encoded.score(query, scores);
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        encoded.score(queries, scores);
    }

    @Override
    public State state() {
        return encoded.state();
    }
}
