package org.crossaisle.recommend.rerank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.Partition;

/** Pools of candidates for tests: candidate i is item i. */
public final class CandidatePools {
    private CandidatePools() {}

    /** Items of these paths; an empty one is an item without a category. */
    public static Catalog catalog(String... paths) {
        return new Catalog(IntStream.range(0, paths.length)
                .mapToObj(item -> paths[item].isEmpty()
                        ? Item.of("i" + item, "")
                        : Item.of("i" + item, "", paths[item].split(",")))
                .toList());
    }

    public static CategoryLevel level(Catalog catalog, int level) {
        BitSet all = new BitSet();
        all.set(0, catalog.size());
        return new CategoryLevel(catalog, level, all, 1);
    }

    public static List<CategoryLevel> levels(Catalog catalog) {
        return IntStream.range(0, Math.max(1, catalog.categories().levels()))
                .mapToObj(level -> level(catalog, level))
                .toList();
    }

    /** Candidates with these scores, descending, so that candidate i is item i. */
    public static CandidatePool of(float[] scores, IntPredicate matches) {
        List<Candidate> matching = new ArrayList<>();
        List<Candidate> others = new ArrayList<>();
        for (int item = 0; item < scores.length; item++) {
            (matches.test(item) ? matching : others).add(new Candidate(item, scores[item]));
        }
        return CandidatePool.of(new Partition(matching, others), item -> Double.NaN);
    }

    /** So many candidates with scores that fall evenly from 1 to 0. */
    public static CandidatePool falling(int size, IntPredicate matches) {
        float[] scores = new float[size];
        for (int item = 0; item < size; item++) {
            scores[item] = size == 1 ? 1 : 1 - (float) item / (size - 1);
        }
        return of(scores, matches);
    }

    /** Calls back with every choice of so many of the first n numbers, ascending. */
    static void choices(int n, int size, Consumer<int[]> each) {
        choices(n, new int[size], 0, 0, each);
    }

    private static void choices(int n, int[] chosen, int at, int from, Consumer<int[]> each) {
        if (at == chosen.length) {
            each.accept(chosen.clone());
            return;
        }
        for (int next = from; next < n; next++) {
            chosen[at] = next;
            choices(n, chosen, at + 1, next + 1, each);
        }
    }
}
