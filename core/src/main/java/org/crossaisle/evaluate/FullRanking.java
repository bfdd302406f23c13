package org.crossaisle.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.evaluate.metric.ScoredTargets;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Model;

/**
 * Full ranking: every item of the catalog competes, never a sample. The rank of the held-out item is the number of
 * greater scores plus the number of equal ones, its own included, so ties count against the model and ranks start at 1.
 * Items of the history do not compete, unless requested.
 *
 * <p>Source: Krichene and Rendle, On Sampled Metrics for Item Recommendation, KDD 2020, which shows why not to sample.
 */
public final class FullRanking {
    /** The length of the longest list used by any metric. */
    static final int TOP = 50;

    private final List<CategoryLevel> levels;
    private final boolean masked;

    /**
     * A ranking with the same candidates for all models.
     *
     * @param levels the levels at which restricted ranks are computed
     * @param masked whether the items of the history are excluded
     */
    public FullRanking(List<CategoryLevel> levels, boolean masked) {
        this.levels = List.copyOf(levels);
        this.masked = masked;
    }

    /** The answers to all targets, in their order. */
    public List<Answer> rank(Model model, List<Target> targets, Progress progress) {
        return ScoredTargets.map(model, targets, "Ranking", progress, this::answer);
    }

    private Answer answer(Target target, float[] scores) {
        BitSet hidden = masked ? target.history().items() : new BitSet();
        hidden.clear(target.item());
        float own = scores[target.item()];
        int[] top = new int[Math.min(TOP, scores.length)];
        int size = 0;
        int rank = 0;
        for (int item = 0; item < scores.length; item++) {
            float score = scores[item];
            if (Float.isNaN(score)) {
                throw new IllegalStateException("the model's score of item number " + item + " is NaN");
            }
            boolean competes = score >= own || size < top.length || score > scores[top[size - 1]];
            if (competes && !hidden.get(item)) {
                rank += score >= own ? 1 : 0;
                size = insert(top, size, item, scores);
            }
        }
        List<BitSet> seen = levels.stream().map(target.history()::categories).toList();
        int[] restricted = IntStream.range(0, levels.size())
                .map(level -> restrictedRank(target.item(), scores, hidden, levels.get(level), seen.get(level)))
                .toArray();
        return new Answer(target, rank, Arrays.copyOf(top, size), restricted, seen);
    }

    /** Keeps the best in order; ties go to the lower item number. */
    private static int insert(int[] top, int size, int item, float[] scores) {
        int place = size;
        while (place > 0 && scores[top[place - 1]] < scores[item]) {
            place--;
        }
        if (place == top.length) {
            return size;
        }
        int kept = Math.min(size, top.length - 1);
        System.arraycopy(top, place, top, place + 1, kept - place);
        top[place] = item;
        return kept + 1;
    }

    private static int restrictedRank(int own, float[] scores, BitSet hidden, CategoryLevel level, BitSet seen) {
        if (seen.isEmpty() || !level.isNew(own, seen)) {
            return 0;
        }
        return TargetRank.of(scores, own, item -> hidden.get(item) || !level.isNew(item, seen), scores.length);
    }
}
