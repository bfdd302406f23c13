package org.crossaisle.neural.similar;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.crossaisle.model.DotProduct;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.content.vector.ContentVectors;

/**
 * A content-based model. The score is the sum over the history of recency<sup>age</sup> cos(item, j), over each kind of
 * content that both items have, where age is the number of later interactions that showed interest. It can be written
 * as one dot product, so each query and each item has a vector.
 *
 * <p>One further dimension holds the item's popularity, too small to matter except as a tie-breaker, so that an empty
 * history gives the most popular items. Threads may share it.
 */
final class ContentModel implements VectorModel {
    private static final String CONTENT = "content";
    private static final String POPULARITY = "popularity";
    private static final double LEAST = 1e-6;

    private final List<ContentVectors> parts;
    private final double recency;
    private final int[] popularity; // [items]
    private final float[][]
            vectors; // [items, d + 1]: each part of length 1, or 0 if the item has none, then popularity
    private final int dimension; // d + 1

    ContentModel(List<ContentVectors> parts, double recency, int[] popularity) {
        this.parts = List.copyOf(parts);
        this.recency = recency;
        this.popularity = popularity.clone();
        dimension = 1 + parts.stream().mapToInt(ContentVectors::dimension).sum();
        vectors = new float[popularity.length][dimension];
        int from = 0;
        for (ContentVectors part : parts) {
            for (int item = 0; item < vectors.length; item++) {
                putUnit(part.row(item), vectors[item], from);
            }
            from += part.dimension();
        }
        double most = Arrays.stream(popularity).max().orElse(0) + 1.0;
        for (int item = 0; item < vectors.length; item++) {
            vectors[item][from] = (float) (LEAST * popularity[item] / most);
        }
    }

    static ContentModel load(State state, double recency, Catalog catalog) {
        List<ContentVectors> parts = ContentVectors.read(state.part(CONTENT));
        int[] popularity = state.ints(POPULARITY);
        if (popularity.length != catalog.size() || !parts.stream().allMatch(part -> part.size() == popularity.length)) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model knows the popularity of " + popularity.length + " items and the content of "
                            + parts.stream().map(ContentVectors::size).toList() + "; the catalog has "
                            + catalog.size());
        }
        return new ContentModel(parts, recency, popularity);
    }

    private static void putUnit(float[] row, float[] into, int from) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        if (squares > 0) {
            float factor = (float) (1 / Math.sqrt(squares));
            for (int at = 0; at < row.length; at++) {
                into[from + at] = row[at] * factor;
            }
        }
    }

    @Override
    public int items() {
        return vectors.length;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void encode(Query query, float[] vector) {
        Arrays.fill(vector, 0, dimension, 0);
        History history = query.history();
        double factor = 1;
        for (int position = history.size() - 1; position >= 0 && (float) factor > 0; position--) {
            if (!history.action(position).showsInterest()) {
                continue;
            }
            int item = history.item(position);
            if (item < vectors.length) { // newer items have no content yet
                float weight = (float) factor;
                for (int at = 0; at < dimension - 1; at++) {
                    vector[at] += weight * vectors[item][at];
                }
            }
            factor *= recency;
        }
        vector[dimension - 1] = 1;
    }

    @Override
    public void itemVector(int item, float[] vector) {
        System.arraycopy(vectors[item], 0, vector, 0, dimension);
    }

    @Override
    public void score(Query query, float[] scores) {
        float[] user = new float[dimension];
        encode(query, user);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = DotProduct.of(user, vectors[item]);
        }
    }

    /** Uses all processors. */
    @Override
    public void score(List<Query> queries, float[][] scores) {
        IntStream.range(0, queries.size()).parallel().forEach(row -> score(queries.get(row), scores[row]));
    }

    @Override
    public State state() {
        return new State().putAll(CONTENT, ContentVectors.state(parts)).put(POPULARITY, popularity);
    }
}
