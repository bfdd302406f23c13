package org.crossaisle.recommend.rerank;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;

/**
 * Cosine similarities by the category tree: an item's features are its categories of all levels and the item itself, as
 * a separate leaf. Two items of the same category of depth 3 have similarity 3/4, two that share only the department
 * 1/4, and two of different departments 0. As a cosine, it is positive definite. For one list.
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
