package org.crossaisle.model.count;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Links of items that were never seen together with another: each is linked, both ways, with the most similar items
 * among those that were. Immutable; threads may share it.
 *
 * <p>Only the most popular items of the same categories and of the same brand are compared, so that the work and the
 * memory grow with the number of cold items and not with that of pairs.
 */
final class ColdLinks {
    private static final int COMPARED = 200; // items of each category and of each brand

    private final int[] starts; // [items + 1]
    private final int[] linked; // [links]
    private final float[] weights; // [links]

    private ColdLinks(int[] starts, int[] linked, float[] weights) {
        this.starts = starts;
        this.linked = linked;
        this.weights = weights;
    }

    /**
     * Finds the links.
     *
     * @param warm which items were seen together with another: [items]
     * @param popularity [items]
     * @param strength the weight of a link between items that agree in everything
     * @param most how many links a cold item gets
     */
    static ColdLinks of(ItemSimilarity similarity, boolean[] warm, int[] popularity, double strength, int most) {
        int size = warm.length;
        int[] order = IntStream.range(0, size)
                .filter(item -> warm[item])
                .boxed()
                .sorted((a, b) -> Integer.compare(popularity[b], popularity[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        CappedGroups categories = CappedGroups.of(order, similarity.categories(), COMPARED, similarity::leaves);
        CappedGroups brands = CappedGroups.of(order, similarity.brands(), COMPARED, item -> brand(similarity, item));
        int[][] found = new int[size][];
        int[] starts = new int[size + 1];
        int[] mark = new int[size];
        for (int item = 0; item < size && strength > 0; item++) {
            if (!warm[item]) {
                found[item] = best(item, similarity, categories, brands, mark, most);
                starts[item + 1] += found[item].length;
                for (int other : found[item]) {
                    starts[other + 1]++;
                }
            }
        }
        Arrays.parallelPrefix(starts, Math::addExact);
        ColdLinks links = new ColdLinks(starts, new int[starts[size]], new float[starts[size]]);
        int[] next = Arrays.copyOf(starts, size);
        for (int item = 0; item < size; item++) {
            if (found[item] != null) {
                for (int other : found[item]) {
                    float weight = (float) (strength * similarity.share(item, other));
                    links.put(next[item]++, other, weight);
                    links.put(next[other]++, item, weight);
                }
            }
        }
        return links;
    }

    private void put(int at, int item, float weight) {
        linked[at] = item;
        weights[at] = weight;
    }

    /** The items most similar to a cold one; ties go to the more popular. */
    private static int[] best(
            int item, ItemSimilarity similarity, CappedGroups categories, CappedGroups brands, int[] mark, int most) {
        IntStream.Builder candidates = IntStream.builder();
        for (int category : similarity.leaves(item)) {
            add(categories, category, item, mark, candidates);
        }
        for (int brand : brand(similarity, item)) {
            add(brands, brand, item, mark, candidates);
        }
        return candidates
                .build()
                .filter(other -> similarity.of(item, other) > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(similarity.of(item, b), similarity.of(item, a)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void add(CappedGroups shelf, int group, int item, int[] mark, IntStream.Builder candidates) {
        for (int at = 0; at < shelf.size(group); at++) {
            int other = shelf.item(group, at);
            if (mark[other] != item + 1) { // not yet compared with this item
                mark[other] = item + 1;
                candidates.add(other);
            }
        }
    }

    private static int[] brand(ItemSimilarity similarity, int item) {
        return similarity.brand(item) < 0 ? new int[0] : new int[] {similarity.brand(item)};
    }

    /** Adds the links of an item to its row. */
    void addTo(int item, LinkRow row) {
        for (int at = starts[item]; at < starts[item + 1]; at++) {
            row.set(linked[at], weights[at]);
        }
    }
}
