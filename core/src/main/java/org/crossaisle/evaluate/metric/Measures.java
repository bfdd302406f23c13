package org.crossaisle.evaluate.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;

/**
 * Every metric of the protocol over every subset of the targets. Metrics of single targets are worked out once for all
 * subsets; a value that a target does not have, such as novelty for an empty history, is left out of the mean.
 */
public final class Measures {
    static final List<Integer> CUTOFFS = List.of(5, 10, 20, 50);

    /** Where lists are looked at as lists. */
    static final int LIST_CUTOFF = 10;

    private final List<CategoryLevel> levels;
    private final List<CategoryMetrics> categories = new ArrayList<>();
    private final ListMetrics lists;
    private final BitSet known;
    private final int[] itemEvents; // [items], in what the final models were fitted on

    /**
     * For one split.
     *
     * @param levels the category levels that are reported
     * @param training what the final models were fitted on
     */
    public Measures(List<CategoryLevel> levels, Dataset training) {
        this.levels = List.copyOf(levels);
        for (int index = 0; index < levels.size(); index++) {
            categories.add(new CategoryMetrics(levels.get(index), index));
        }
        itemEvents = training.itemCounts();
        lists = new ListMetrics(training.catalog().categories(), itemEvents);
        known = training.knownItems();
    }

    /** Which targets belong to each subset, by its name: indexes into the answers. */
    public Map<String, int[]> subsets(List<Answer> answers) {
        Map<String, int[]> subsets = new LinkedHashMap<>();
        subsets.put("all", places(answers, answer -> 1));
        for (int index = 0; index < levels.size(); index++) {
            CategoryMetrics metrics = categories.get(index);
            int level = levels.get(index).level();
            subsets.put(
                    "within@" + level,
                    places(
                            answers,
                            answer -> !answer.target().history().isEmpty() && !metrics.isCross(answer) ? 1 : 0));
            subsets.put("cross@" + level, places(answers, answer -> metrics.isCross(answer) ? 1 : 0));
        }
        if (!levels.isEmpty()) {
            CategoryMetrics finest = categories.get(categories.size() - 1);
            subsets.put("switch", places(answers, answer -> finest.isSwitch(answer) ? 1 : 0));
        }
        subsets.put("cold", places(answers, answer -> known.get(answer.target().item()) ? 0 : 1));
        subsets.put("history 1-4", ofLength(answers, 1, 4));
        subsets.put("history 5-9", ofLength(answers, 5, 9));
        subsets.put("history 10+", ofLength(answers, 10, Integer.MAX_VALUE));
        subsets.putAll(Exposure.subsets(answers, itemEvents));
        return subsets;
    }

    private static int[] ofLength(List<Answer> answers, int from, int to) {
        return places(answers, answer -> {
            int size = answer.target().history().size();
            return size >= from && size <= to ? 1 : 0;
        });
    }

    private static int[] places(List<Answer> answers, ToDoubleFunction<Answer> member) {
        return IntStream.range(0, answers.size())
                .filter(at -> member.applyAsDouble(answers.get(at)) > 0)
                .toArray();
    }

    /**
     * The metrics of single targets by name: each [targets], NaN where a target has no such value.
     *
     * @param obvious the answers of the models that serendipity is measured against; may be empty
     */
    public Map<String, double[]> ofTargets(List<Answer> answers, List<List<Answer>> obvious) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int cutoff : CUTOFFS) {
            values.put("recall@" + cutoff, each(answers, answer -> Gains.recall(answer.rank(), cutoff)));
            values.put("ndcg@" + cutoff, each(answers, answer -> Gains.ndcg(answer.rank(), cutoff)));
            values.put("mrr@" + cutoff, each(answers, answer -> Gains.reciprocalRank(answer.rank(), cutoff)));
        }
        for (int index = 0; index < levels.size(); index++) {
            ofLevel(answers, index, values);
        }
        values.put("distance@10", each(answers, answer -> lists.intraListDistance(answer, LIST_CUTOFF)));
        values.put("popularity@10", each(answers, answer -> lists.meanPopularity(answer, LIST_CUTOFF)));
        values.put("tail@10", each(answers, answer -> lists.tailShare(answer, LIST_CUTOFF)));
        if (!obvious.isEmpty()) {
            values.put("serendipity@10", serendipity(answers, obvious));
        }
        return values;
    }

    private void ofLevel(List<Answer> answers, int index, Map<String, double[]> values) {
        CategoryMetrics metrics = categories.get(index);
        String level = "[" + levels.get(index).level() + "]";
        for (int cutoff : CUTOFFS) {
            values.put("hit" + level + "@" + cutoff, each(answers, answer -> metrics.categoryHit(answer, cutoff)));
            values.put(
                    "novelty" + level + "@" + cutoff, each(answers, answer -> metrics.categoryNovelty(answer, cutoff)));
        }
        values.put(
                "usefulnovelty" + level + "@10",
                each(answers, answer -> metrics.isCross(answer) ? Gains.recall(answer.rank(), LIST_CUTOFF) : 0));
        values.put("restricted" + level + ".recall@10", each(answers, answer -> restricted(answer, index, true)));
        values.put("restricted" + level + ".ndcg@10", each(answers, answer -> restricted(answer, index, false)));
        values.put("calibration" + level + "@10", each(answers, answer -> metrics.divergence(answer, LIST_CUTOFF)));
        values.put(
                "jensenshannon" + level + "@10", each(answers, answer -> metrics.jensenShannon(answer, LIST_CUTOFF)));
        values.put("categories" + level + "@10", each(answers, answer -> metrics.categories(answer, LIST_CUTOFF)));
    }

    private static double restricted(Answer answer, int index, boolean recall) {
        int rank = answer.restrictedRank(index);
        if (rank == 0) {
            return Double.NaN;
        }
        return recall ? Gains.recall(rank, LIST_CUTOFF) : Gains.ndcg(rank, LIST_CUTOFF);
    }

    private static double[] serendipity(List<Answer> answers, List<List<Answer>> obvious) {
        return IntStream.range(0, answers.size())
                .mapToDouble(at -> ListMetrics.serendipity(
                        answers.get(at),
                        obvious.stream().map(other -> other.get(at)).toList(),
                        LIST_CUTOFF))
                .toArray();
    }

    private static double[] each(List<Answer> answers, ToDoubleFunction<Answer> metric) {
        return answers.parallelStream().mapToDouble(metric).toArray();
    }

    /** Coverage and Gini over the lists of a subset. */
    public Map<String, Double> ofLists(List<Answer> answers, int... places) {
        List<Answer> some = Arrays.stream(places).mapToObj(answers::get).toList();
        return Map.of("coverage@10", lists.coverage(some, LIST_CUTOFF), "gini@10", lists.gini(some, LIST_CUTOFF));
    }

    /** The mean of those values that are numbers, NaN when none is. */
    public static double mean(double[] values, int... places) {
        double sum = 0;
        int count = 0;
        for (int place : places) {
            if (!Double.isNaN(values[place])) {
                sum += values[place];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
