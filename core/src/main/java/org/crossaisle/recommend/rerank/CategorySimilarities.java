package org.crossaisle.recommend.rerank;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;

/**
 * The cosine of what items stand below in the category tree: each item's features are its categories of all levels and
 * itself, as a leaf of its own. Two items of one category of depth 3 have 3/4, two of one department and nothing more
 * 1/4, two of different departments 0. Being a cosine it is positive definite. For one list.
 */
final class CategorySimilarities implements Similarities {
    private final int[][] features; // [candidates][distinct categories of all levels]
    private final float[] lengths; // [candidates]: of the vector of features
    private final boolean[] marked; // [categories]

    CategorySimilarities(CandidatePool pool, List<CategoryLevel> levels) {
        features = new int[pool.size()][];
        lengths = new float[features.length];
        for (int at = 0; at < features.length; at++) {
            int item = pool.item(at);
            IntStream.Builder own = IntStream.builder();
            levels.forEach(level -> Arrays.stream(level.of(item)).forEach(own::add));
            features[at] = own.build().distinct().toArray();
            lengths[at] = (float) Math.sqrt(features[at].length + 1);
        }
        marked = new boolean[levels.get(0).size()];
    }

    @Override
    public void of(int candidate, float[] into) {
        mark(candidate, true);
        for (int other = 0; other < into.length; other++) {
            int common = 0;
            for (int category : features[other]) {
                common += marked[category] ? 1 : 0;
            }
            into[other] = common / (lengths[candidate] * lengths[other]);
        }
        into[candidate] = 1;
        mark(candidate, false);
    }

    @Override
    public double of(int candidate, int other) {
        if (candidate == other) {
            return 1;
        }
        int common = 0;
        for (int own : features[candidate]) {
            for (int category : features[other]) {
                common += own == category ? 1 : 0;
            }
        }
        return common / (lengths[candidate] * lengths[other]);
    }

    private void mark(int candidate, boolean value) {
        for (int category : features[candidate]) {
            marked[category] = value;
        }
    }
}
