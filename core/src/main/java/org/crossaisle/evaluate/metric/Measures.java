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
import org.crossaisle.metric.InstalledMetrics;
import org.crossaisle.metric.IntraListDistance;
import org.crossaisle.metric.MeanPopularity;
import org.crossaisle.metric.Metric;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.Recall;
import org.crossaisle.metric.ReciprocalRank;
import org.crossaisle.metric.TailShare;

/**
 * Every metric of the protocol over every subset of the targets. Metrics of single targets are computed once for all
 * subsets; missing values, such as novelty for an empty history, are left out of the mean.
 */
public final class Measures {
    static final List<Integer> CUTOFFS = List.of(5, 10, 20, 50);

    /** The cutoff of list metrics. */
    static final int LIST_CUTOFF = 10;

    private static final Recall WITHIN = new Recall(LIST_CUTOFF);
    private static final Ndcg GAIN = new Ndcg(LIST_CUTOFF);

    private final List<CategoryLevel> levels;
    private final List<CategoryMetrics> categories = new ArrayList<>();
    private final ListMetrics lists;
    private final List<Metric> ofList;
    private final List<Metric> installed;
    private final BitSet known;
    private final int[] itemEvents; // [items], in the training data of the final models

    /**
     * Metrics for one split.
     *
     * @param levels the reported category levels
     * @param training the training data of the final models
     * @throws IllegalArgumentException when a metric of another jar has the name of another metric
     */
    public Measures(List<CategoryLevel> levels, Dataset training) {
        this(levels, training, InstalledMetrics.of(training));
    }

    /** @param installed metrics of other jars */
    Measures(List<CategoryLevel> levels, Dataset training, List<Metric> installed) {
        this.installed = List.copyOf(installed);
        this.levels = List.copyOf(levels);
        for (int index = 0; index < levels.size(); index++) {
            categories.add(new CategoryMetrics(levels.get(index), index));
        }
        itemEvents = training.itemCounts();
        lists = new ListMetrics(itemEvents.length);
        ofList = List.of(
                new IntraListDistance(training.catalog().categories(), LIST_CUTOFF),
                new MeanPopularity(itemEvents, LIST_CUTOFF),
                new TailShare(itemEvents, LIST_CUTOFF));
        known = training.knownItems();
        ofTargets(List.of(), List.of()); // two metrics with the same name are rejected here, before anything is trained
    }

    /** The targets of each subset by name: indexes into the answers. */
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
     * The metrics of single targets by name: each [targets], NaN if a target has no such value.
     *
     * @param obvious the answers of the models that serendipity is measured against; may be empty
     */
    public Map<String, double[]> ofTargets(List<Answer> answers, List<List<Answer>> obvious) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int cutoff : CUTOFFS) {
            for (Metric metric : List.of(new Recall(cutoff), new Ndcg(cutoff), new ReciprocalRank(cutoff))) {
                values.put(metric.name(), each(answers, metric::of));
            }
        }
        for (int index = 0; index < levels.size(); index++) {
            ofLevel(answers, index, values);
        }
        for (Metric metric : ofList) {
            values.put(metric.name(), each(answers, metric::of));
        }
        if (!obvious.isEmpty()) {
            values.put("serendipity@10", serendipity(answers, obvious));
        }
        for (Metric metric : installed) {
            if (values.put(metric.name(), each(answers, metric::of)) != null) {
                throw new IllegalArgumentException("two metrics are named " + metric.name() + "; rename the one of "
                        + metric.getClass().getName());
            }
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
                each(answers, answer -> metrics.isCross(answer) ? WITHIN.atRank(answer.rank()) : 0));
        values.put("restricted" + level + ".recall@10", each(answers, answer -> restricted(answer, index, true)));
        values.put("restricted" + level + ".ndcg@10", each(answers, answer -> restricted(answer, index, false)));
        values.put("calibration" + level + "@10", each(answers, answer -> metrics.divergence(answer, LIST_CUTOFF)));
        values.put(
                "jensenshannon" + level + "@10", each(answers, answer -> metrics.jensenShannon(answer, LIST_CUTOFF)));
        values.put("categories" + level + "@10", each(answers, answer -> metrics.categories(answer, LIST_CUTOFF)));
    }

    private static double restricted(Answer answer, int index, boolean recall) {
        int rank = answer.restrictedRank(index);
        return recall ? WITHIN.atRank(rank) : GAIN.atRank(rank);
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

    /** The mean of the non-NaN values, NaN if there are none. */
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
