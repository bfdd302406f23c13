package org.crossaisle.evaluate.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.ScoredTargets;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.retrieve.ExactRetriever;

/**
 * Measures the effect of the calibrated share of new categories on a model's lists: ten places in score order, and at
 * each level ten places whose share of new categories is the user's own. If there are many targets, only an evenly
 * spread sample gets values, since lists cost more than ranks.
 */
final class DialLists {
    /** The metric of lists in score order. */
    static final String PLAIN = "plain.ndcg@10";

    private static final int MOST_TARGETS = 5_000;

    private final List<Integer> levels;
    private final Dataset training;
    private final int most;

    /**
     * Lists at these category levels.
     *
     * @param training the training data of the models, on which popularity and propensity are counted
     */
    DialLists(List<Integer> levels, Dataset training) {
        this(levels, training, MOST_TARGETS);
    }

    DialLists(List<Integer> levels, Dataset training, int most) {
        this.levels = List.copyOf(levels);
        this.training = training;
        this.most = most;
    }

    /** NDCG@10 of the lists that are calibrated at a level. */
    static String calibrated(int level) {
        return "calibrated[" + level + "].ndcg@10";
    }

    /** The share of the lists that is new to the user at the level, calibrated there or not. */
    static String novelty(int level, boolean isCalibrated) {
        return (isCalibrated ? "calibrated[" : "plain[") + level + "].novelty@10";
    }

    /** 1 for a target whose categories are new to the user. */
    static String isNew(int level) {
        return "new[" + level + "]";
    }

    /** The values by metric: [targets], NaN for targets not in the sample. */
    Map<String, double[]> of(Model model, List<Target> targets, Progress progress) {
        int step = Math.max(1, (targets.size() + most - 1) / most);
        List<Target> sample = new ArrayList<>();
        for (int at = 0; at < targets.size(); at += step) {
            sample.add(targets.get(at));
        }
        ThreadLocal<float[]> current = ThreadLocal.withInitial(() -> new float[0]);
        Recommender recommender =
                Recommender.of(model, training).withRetriever(new ExactRetriever(new Scored(model.items(), current)));
        List<Map<String, Double>> measured =
                ScoredTargets.map(model, sample, "Calibrating lists", progress, (target, scores) -> {
                    current.set(scores);
                    return look(recommender, target);
                });
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int at = 0; at < measured.size(); at++) {
            int place = at * step;
            measured.get(at)
                    .forEach((metric, value) ->
                            values.computeIfAbsent(metric, none -> nothing(targets.size()))[place] = value);
        }
        return values;
    }

    private static double[] nothing(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private Map<String, Double> look(Recommender recommender, Target target) {
        Query query = Query.of(target.history(), target.time());
        Map<String, Double> values = new LinkedHashMap<>();
        int[] plain = list(recommender, query, Crossing.any(recommender.defaultLevel()));
        values.put(PLAIN, ndcg(plain, target.item()));
        for (int at : levels) {
            CategoryLevel level = recommender.levels().get(at);
            BitSet seen = target.history().categories(level);
            int[] calibrated = list(recommender, query, Crossing.share(new CrossShare.Calibrated(), at));
            boolean isKnown = !target.history().isEmpty();
            values.put(isNew(at), isKnown && level.isNew(target.item(), seen) ? 1.0 : 0.0);
            values.put(novelty(at, false), isKnown ? novelty(plain, level, seen) : Double.NaN);
            values.put(novelty(at, true), isKnown ? novelty(calibrated, level, seen) : Double.NaN);
            values.put(calibrated(at), ndcg(calibrated, target.item()));
        }
        return values;
    }

    private static int[] list(Recommender recommender, Query query, Crossing crossing) {
        return recommender.recommend(query, crossing).list().stream()
                .mapToInt(Recommendation::item)
                .toArray();
    }

    private static double ndcg(int[] list, int item) {
        return IntStream.range(0, list.length)
                .filter(place -> list[place] == item)
                .mapToDouble(place -> Ndcg.gain(place + 1))
                .sum();
    }

    private static double novelty(int[] list, CategoryLevel level, BitSet seen) {
        return IntStream.of(list)
                .mapToDouble(item -> level.isNew(item, seen) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Returns the current scores of this thread for any query. */
    private record Scored(int items, ThreadLocal<float[]> current) implements Model {
        @Override
        public void score(Query query, float[] scores) {
            System.arraycopy(current.get(), 0, scores, 0, scores.length);
        }

        @Override
        public State state() {
            throw new UnsupportedOperationException("the scores of one request cannot be saved");
        }
    }
}
