package org.crossaisle.retrieve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.model.Int8VectorModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;

/**
 * Every item vector of a {@link VectorModel} in one flat array, searched from end to end, or only over the runs of some
 * categories. The score is the dot product, in single precision, or in 8 bits where the model is an
 * {@link Int8VectorModel}.
 *
 * <p>Immutable once built; threads may share it. A search takes one vector, 64 floats and the candidates kept.
 */
public final class ExactIndex implements Retriever {
    /*
     * Items are sorted by their primary category path, those without one first, so that a category with all below it is
     * one run of positions.
     */
    private static final int LANES = Blocks.LANES;

    private final VectorModel model;
    private final int dimension;
    private final int[] itemAt; // [items], by position
    private final List<List<String>> paths; // [items], by position, ascending
    private final Blocks blocks;

    /**
     * Reads every item vector once.
     *
     * @throws org.crossaisle.RecsException when the vectors need more than 2<sup>31</sup> numbers
     */
    public ExactIndex(VectorModel model, Catalog catalog) {
        if (model.items() != catalog.size()) {
            throw new IllegalArgumentException(
                    "the model scores " + model.items() + " items, the catalog has " + catalog.size());
        }
        this.model = model;
        dimension = model.dimension();
        itemAt = IntStream.range(0, catalog.size())
                .boxed()
                .sorted(Comparator.comparing(item -> primary(catalog, item), ExactIndex::compare))
                .mapToInt(Integer::intValue)
                .toArray();
        paths = Arrays.stream(itemAt).mapToObj(item -> primary(catalog, item)).toList();
        blocks = model instanceof Int8VectorModel int8
                ? new Int8Blocks(int8.itemVectors(), itemAt)
                : new FloatBlocks(model, itemAt);
    }

    /** All positions. */
    public Positions all() {
        return new Positions(0, itemAt.length);
    }

    /** The positions of the items whose primary path is this category or below it; empty when there are none. */
    public Positions of(CategoryPath category) {
        List<String> levels = category.levels();
        int from = firstFrom(path -> compare(path, levels) >= 0);
        int to = firstFrom(path -> compare(first(path, levels.size()), levels) > 0);
        return new Positions(from, to);
    }

    @Override
    public List<Candidate> retrieve(Query query, int size) {
        return retrieve(query, size, List.of(all()));
    }

    @Override
    public Partition retrieve(Query query, int size, IntPredicate matching) {
        return search(query, List.of(all()), PartitionBuilder.by(matching, query, size));
    }

    /**
     * The best allowed items within some runs of positions, best first. The cost depends on the size of the
     * runs, not of the catalog.
     *
     * @param runs no two of them overlapping
     */
    public List<Candidate> retrieve(Query query, int size, List<Positions> runs) {
        return search(query, runs, PartitionBuilder.single(query, size)).matching();
    }

    private Partition search(Query query, List<Positions> runs, PartitionBuilder builder) {
        float[] vector = new float[dimension];
        model.encode(query, vector);
        Blocks.Scorer scorer = blocks.of(vector);
        float[] scores = new float[LANES];
        for (Positions run : runs) {
            for (int at = run.from(); at < run.to(); at = (at / LANES + 1) * LANES) {
                int block = at / LANES;
                scorer.score(block, scores);
                int end = Math.min((block + 1) * LANES, run.to());
                for (int position = at; position < end; position++) {
                    builder.offer(itemAt[position], scores[position % LANES]);
                }
            }
        }
        return builder.build();
    }

    /** The first position whose path fulfils a condition that holds for all paths after it too. */
    private int firstFrom(Predicate<List<String>> reached) {
        int from = 0;
        int to = paths.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (reached.test(paths.get(middle))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static List<String> primary(Catalog catalog, int item) {
        List<CategoryPath> categories = catalog.item(item).categories();
        return categories.isEmpty() ? List.of() : categories.get(0).levels();
    }

    private static List<String> first(List<String> path, int count) {
        return path.subList(0, Math.min(count, path.size()));
    }

    /** Level by level; a path comes before those below it. */
    private static int compare(List<String> a, List<String> b) {
        for (int level = 0; level < Math.min(a.size(), b.size()); level++) {
            int order = a.get(level).compareTo(b.get(level));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
