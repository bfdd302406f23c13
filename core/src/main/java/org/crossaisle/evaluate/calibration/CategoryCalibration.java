package org.crossaisle.evaluate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.report.TextTable;

/**
 * The quality of a model's predictions of the next category, compared with category popularity: for all targets among
 * all categories, and for targets across categories among the categories new to the user.
 *
 * @param level of the categories
 * @param n the number of targets in a category
 * @param crossing the number of these in new categories only
 * @param model hits of the model by cutoff: [all targets, crossing ones] x {@link #CUTOFFS}
 * @param popular the same for popularity
 * @param nats the mean of -log P(category of the target)
 * @param most the reliability of the probability of the most probable category
 * @param leaving the reliability of the propensity to leave known categories
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CategoryCalibration(
        int level,
        int n,
        int crossing,
        double[][] model,
        double[][] popular,
        double nats,
        Reliability most,
        Reliability leaving) {
    private static final List<Integer> CUTOFFS = List.of(1, 5, 10);
    private static final int MOST_TARGETS = 5_000;
    private static final int BATCH = 128;

    /** The result of one target. */
    private static final class PredictedCategory {
        private int rank;
        private int popularRank;
        private boolean crosses;
        private int rankAmongNew;
        private int popularRankAmongNew;
        private double probability;
        private double[] most = new double[2]; // predicted, 1 when true
        private double[] leaving = new double[2];
    }

    /**
     * Evaluates the predictions; of many targets, an evenly spread sample.
     *
     * @param items the number of training interactions of each item: [items]
     */
    public static CategoryCalibration of(CategoryModel model, List<Answer> answers, int... items) {
        CategoryLevel level = model.level();
        int[] categories = model.categories();
        float[] counts = new float[level.size()];
        for (int item = 0; item < items.length; item++) {
            for (int category : level.of(item)) {
                counts[category] += items[item];
            }
        }
        float[] popularity = new float[categories.length];
        for (int at = 0; at < categories.length; at++) {
            popularity[at] = counts[categories[at]];
        }
        List<Target> targets = answers.stream()
                .map(Answer::target)
                .filter(target ->
                        level.of(target.item()).length > 0 && !target.history().isEmpty())
                .toList();
        int step = Math.max(1, (targets.size() + MOST_TARGETS - 1) / MOST_TARGETS);
        List<Target> some = IntStream.range(0, (targets.size() + step - 1) / step)
                .mapToObj(at -> targets.get(at * step))
                .toList();
        List<PredictedCategory> all = IntStream.range(0, (some.size() + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> some.subList(batch * BATCH, Math.min(some.size(), (batch + 1) * BATCH)))
                .flatMap(batch -> predicted(model, batch, categories, popularity).stream())
                .toList();
        return new CategoryCalibration(
                level.level(),
                all.size(),
                (int) all.stream().filter(prediction -> prediction.crosses).count(),
                new double[][] {
                    hits(all, false, false), hits(all, true, false),
                },
                new double[][] {
                    hits(all, false, true), hits(all, true, true),
                },
                all.stream()
                        .mapToDouble(prediction -> -Math.log(prediction.probability))
                        .average()
                        .orElse(Double.NaN),
                Reliability.of(all.stream().map(prediction -> prediction.most).toArray(double[][]::new)),
                Reliability.of(
                        all.stream().map(prediction -> prediction.leaving).toArray(double[][]::new)));
    }

    private static List<PredictedCategory> predicted(
            CategoryModel model, List<Target> batch, int[] categories, float[] popularity) {
        float[][] probabilities = new float[batch.size()][categories.length];
        model.categories(
                batch.stream()
                        .map(target -> Query.of(target.history(), target.time()))
                        .toList(),
                probabilities);
        return IntStream.range(0, probabilities.length)
                .mapToObj(row -> predicted(model.level(), batch.get(row), probabilities[row], categories, popularity))
                .toList();
    }

    private static PredictedCategory predicted(
            CategoryLevel level, Target target, float[] probabilities, int[] categories, float[] popularity) {
        BitSet seen = target.history().categories(level);
        BitSet right = new BitSet();
        for (int category : level.of(target.item())) {
            right.set(Arrays.binarySearch(categories, category));
        }
        PredictedCategory predicted = new PredictedCategory();
        predicted.crosses = level.isNew(target.item(), seen);
        boolean[] all = new boolean[categories.length];
        boolean[] isNew = new boolean[categories.length];
        int best = 0;
        for (int at = 0; at < categories.length; at++) {
            all[at] = true;
            isNew[at] = !seen.get(categories[at]);
            best = probabilities[at] > probabilities[best] ? at : best;
            predicted.leaving[0] += isNew[at] ? probabilities[at] : 0;
            predicted.probability += right.get(at) ? probabilities[at] : 0;
        }
        predicted.probability = Math.max(predicted.probability, Float.MIN_NORMAL);
        predicted.leaving[1] = predicted.crosses ? 1 : 0;
        predicted.most = new double[] {probabilities[best], right.get(best) ? 1 : 0};
        predicted.rank = rank(probabilities, right, all);
        predicted.popularRank = rank(popularity, right, all);
        if (predicted.crosses) {
            predicted.rankAmongNew = rank(probabilities, right, isNew);
            predicted.popularRankAmongNew = rank(popularity, right, isNew);
        }
        return predicted;
    }

    /** The rank of the best right category among the competing ones; ties count against it. */
    private static int rank(float[] scores, BitSet right, boolean[] competes) {
        float own = Float.NEGATIVE_INFINITY;
        for (int at = right.nextSetBit(0); at >= 0; at = right.nextSetBit(at + 1)) {
            own = Math.max(own, scores[at]);
        }
        int rank = 1;
        for (int at = 0; at < scores.length; at++) {
            rank += competes[at] && !right.get(at) && scores[at] >= own ? 1 : 0;
        }
        return rank;
    }

    private static double[] hits(List<PredictedCategory> all, boolean crossing, boolean popular) {
        return CUTOFFS.stream()
                .mapToDouble(cutoff -> all.stream()
                        .filter(prediction -> !crossing || prediction.crosses)
                        .mapToDouble(prediction -> {
                            int rank = popular
                                    ? crossing ? prediction.popularRankAmongNew : prediction.popularRank
                                    : crossing ? prediction.rankAmongNew : prediction.rank;
                            return rank <= cutoff ? 1 : 0;
                        })
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /** Hits and reliability as text. */
    public String toText(String recipe) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "all, hit@1", "@5", "@10", "crossing, hit@1", "@5", "@10"));
        rows.add(row(recipe, model));
        rows.add(row("popularity", popular));
        return String.format(
                        Locale.ROOT,
                        "%nThe category of the next interaction at level %d, %d targets, %d of them crossing (%.1f %%): %.3f"
                                + " nats%n%n",
                        level,
                        n,
                        crossing,
                        100.0 * crossing / Math.max(1, n),
                        nats)
                + TextTable.of(rows)
                + String.format(
                        Locale.ROOT,
                        "%nPredicted probability of the most probable category, and how often it came true (mean distance"
                                + " %.4f)%n%n",
                        most.error())
                + most.toText()
                + String.format(
                        Locale.ROOT,
                        "%nPredicted probability of leaving the known categories, and how often it came true (mean distance"
                                + " %.4f)%n%n",
                        leaving.error())
                + leaving.toText();
    }

    private static List<String> row(String name, double[][] hits) {
        List<String> row = new ArrayList<>(List.of(name));
        for (double[] ofTargets : hits) {
            for (double hit : ofTargets) {
                row.add(Double.isNaN(hit) ? "-" : String.format(Locale.ROOT, "%.4f", hit));
            }
        }
        return row;
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("level", level);
        map.put("n", n);
        map.put("crossing", crossing);
        map.put("nats", nats);
        for (int at = 0; at < CUTOFFS.size(); at++) {
            map.put("hit@" + CUTOFFS.get(at), model[0][at]);
            map.put("crossing hit@" + CUTOFFS.get(at), model[1][at]);
            map.put("popular hit@" + CUTOFFS.get(at), popular[0][at]);
            map.put("popular crossing hit@" + CUTOFFS.get(at), popular[1][at]);
        }
        map.put("most", most.asMap());
        map.put("leaving", leaving.asMap());
        return map;
    }
}
