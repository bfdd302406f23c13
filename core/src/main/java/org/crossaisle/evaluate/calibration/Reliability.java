package org.crossaisle.evaluate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.PublicApi;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.model.CalibratedModel;
import org.crossaisle.model.Query;
import org.crossaisle.report.TextTable;

/**
 * The reliability of predicted probabilities: predicted and observed frequencies of listed items, in bins of equal
 * counts.
 *
 * <p>Source: Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks, ICML 2017, section 2, with
 * equal-count bins.
 *
 * @param bins the lowest probabilities first
 */
@PublicApi
public record Reliability(List<Bin> bins) {
    private static final int BINS = 10;
    private static final int LISTED = 10;
    private static final int MOST_TARGETS = 2_000;

    /**
     * Items of similar probability.
     *
     * @param n the number of items
     * @param predicted the mean predicted probability
     * @param observed the share of them that was the user's next item
     */
    public record Bin(int n, double predicted, double observed) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /** The reliability for the ten best items of each answer; of many targets, an evenly spread sample. */
    public static Reliability of(CalibratedModel model, List<Answer> answers) {
        int step = Math.max(1, answers.size() / MOST_TARGETS);
        List<double[]> all = new ArrayList<>(); // {predicted, 1 when true}
        for (int at = 0; at < answers.size(); at += step) {
            Answer answer = answers.get(at);
            int[] items =
                    IntStream.range(0, answer.size(LISTED)).map(answer::item).toArray();
            float[] predicted = new float[items.length];
            model.interests(Query.of(answer.target().history(), answer.target().time()), items, predicted);
            for (int place = 0; place < items.length; place++) {
                all.add(new double[] {
                    predicted[place], items[place] == answer.target().item() ? 1 : 0
                });
            }
        }
        return of(all.toArray(double[][]::new));
    }

    /**
     * The reliability of any predictions.
     *
     * @param all the prediction, and 1 if it came true, else 0: [n][2]
     */
    public static Reliability of(double[]... all) {
        double[][] sorted = all.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(pair -> pair[0]));
        int count = Math.min(BINS, sorted.length);
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            int from = (int) ((long) bin * sorted.length / count);
            int to = (int) ((long) (bin + 1) * sorted.length / count);
            double predicted = 0;
            double observed = 0;
            for (int at = from; at < to; at++) {
                predicted += sorted[at][0] / (to - from);
                observed += sorted[at][1] / (to - from);
            }
            bins.add(new Bin(to - from, predicted, observed));
        }
        return new Reliability(bins);
    }

    /** The expected calibration error: the mean absolute difference of predicted and observed, over all items. */
    public double error() {
        double sum = 0;
        int n = 0;
        for (Bin bin : bins) {
            sum += bin.n * Math.abs(bin.predicted - bin.observed);
            n += bin.n;
        }
        return n == 0 ? 0 : sum / n;
    }

    /** A table with a row for each bin. */
    public String toText() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("items", "predicted", "observed"));
        for (Bin bin : bins) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%,d", bin.n),
                    String.format(Locale.ROOT, "%.4f", bin.predicted),
                    String.format(Locale.ROOT, "%.4f", bin.observed)));
        }
        return TextTable.of(rows, 0);
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("error", error());
        List<Object> rows = new ArrayList<>();
        bins.forEach(bin -> rows.add(Map.of("n", bin.n, "predicted", bin.predicted, "observed", bin.observed)));
        map.put("bins", rows);
        return map;
    }
}
