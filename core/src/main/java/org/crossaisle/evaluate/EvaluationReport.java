package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.evaluate.compare.CombinedNdcg;
import org.crossaisle.evaluate.compare.Comparison;
import org.crossaisle.evaluate.metric.Exposure;
import org.crossaisle.report.TextTable;

/**
 * The complete result of an evaluation.
 *
 * @param dataset its name
 * @param split "leave-one-out" or "temporal"
 * @param targets "last" or "successive"
 * @param requestTime the request time of the models; empty when the data have no times
 * @param n the number of targets evaluated
 * @param repeats the number of targets left out because their item was already in the masked history
 * @param masked whether the items of the history were excluded from the ranking
 * @param results one for each recipe
 * @param comparisons with the reference
 */
public record EvaluationReport(
        String dataset,
        String split,
        String targets,
        Optional<RequestTime> requestTime,
        int n,
        int repeats,
        boolean masked,
        List<RecipeResult> results,
        List<Comparison> comparisons) {
    private static final String REFERENCE = "transformer";
    private static final String CROSS = "cross@2";
    private static final List<String> SHOWN = List.of("recall@10", "ndcg@10");

    public EvaluationReport {
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
    }

    /** The result of a recipe, if it took part. */
    public Optional<RecipeResult> result(String recipe) {
        return results.stream().filter(result -> result.recipe().equals(recipe)).findFirst();
    }

    /**
     * J, the criterion for model selection: the mean of the recipe's NDCG@10 on all targets and on those across
     * categories of level 2, each divided by the reference's. 1 is as good as the reference; empty when one of the four
     * figures is missing or a figure of the reference is 0.
     */
    public OptionalDouble j(String recipe, String reference) {
        return CombinedNdcg.of(
                ndcg(recipe, "all"), ndcg(recipe, CROSS), ndcg(reference, "all"), ndcg(reference, CROSS));
    }

    private double ndcg(String recipe, String subset) {
        return result(recipe).map(result -> result.metric(subset, "ndcg@10")).orElse(Double.NaN);
    }

    /** J of every recipe that has one, relative to the encoder that is the reference of the protocol. */
    private Map<String, Double> j() {
        Map<String, Double> all = new LinkedHashMap<>();
        results.forEach(result -> j(result.recipe(), REFERENCE).ifPresent(j -> all.put(result.recipe(), j)));
        return all;
    }

    /** Nested maps and lists, ready to be written as JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", dataset);
        map.put("split", split);
        map.put("targets", targets);
        map.put("requestTime", requestTime.map(RequestTime::toString).orElse("none"));
        map.put("n", n);
        map.put("repeats", repeats);
        map.put("masked", masked);
        map.put(
                "results",
                new ArrayList<>(results.stream().map(RecipeResult::asMap).toList()));
        if (!j().isEmpty()) {
            map.put("j", j());
        }
        map.put(
                "comparisons",
                new ArrayList<>(comparisons.stream().map(Comparison::asMap).toList()));
        return map;
    }

    /** One aligned table: a row for each recipe, Recall@10 and NDCG@10 of each subset. */
    public String toText() {
        List<String> subsets = results.stream()
                .filter(result -> result.problem().isEmpty())
                .findFirst()
                .map(result -> result.subsets().entrySet().stream()
                        .filter(entry -> entry.getValue().n() > 0
                                && !entry.getKey().startsWith("history")
                                && !Exposure.names().contains(entry.getKey()))
                        .map(Map.Entry::getKey)
                        .toList())
                .orElse(List.of());
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(subsets));
        for (RecipeResult result : results) {
            rows.add(row(result, subsets));
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, targets %s, %s, n = %d%s%s%nRecall@10 / NDCG@10 over the whole catalog, %s, ties count"
                        + " against the model%n%n",
                dataset,
                split,
                targets,
                RequestTime.heading(requestTime),
                n,
                counts(subsets),
                repeats == 0 ? "" : ", " + repeats + " repeats left out",
                masked ? "items of the history masked" : "nothing masked"));
        text.append(TextTable.of(rows));
        for (RecipeResult result : results) {
            if (!result.problem().isEmpty()) {
                text.append(result.recipe())
                        .append(": ")
                        .append(result.problem())
                        .append(System.lineSeparator());
            }
        }
        for (RecipeResult result : results) {
            result.reliability()
                    .ifPresent(table -> text.append(String.format(
                                    Locale.ROOT,
                                    "%nProbabilities that %s predicts for the ten best items of a list, and how often they came true"
                                            + " (mean distance %.4f)%n%n",
                                    result.recipe(),
                                    table.error()))
                            .append(table.toText())
                            .append(System.lineSeparator()));
        }
        results.forEach(result ->
                result.calibration().ifPresent(calibration -> text.append(calibration.toText(result.recipe()))));
        j().forEach((recipe, j) -> text.append(String.format(Locale.ROOT, "J of %s: %.3f%n", recipe, j)));
        comparisons.forEach(comparison -> text.append(comparison.toText()).append(System.lineSeparator()));
        return text.toString();
    }

    private String counts(List<String> subsets) {
        StringBuilder counts = new StringBuilder();
        results.stream()
                .filter(result -> result.problem().isEmpty())
                .findFirst()
                .ifPresent(result -> subsets.stream().skip(1).forEach(name -> {
                    SubsetResult subset = result.subsets().get(name);
                    if (subset != null) {
                        counts.append(String.format(
                                Locale.ROOT, ", %s %d (%.1f %%)", name, subset.n(), 100 * subset.share()));
                    }
                }));
        return counts.toString();
    }

    private static List<String> header(List<String> subsets) {
        List<String> header = new ArrayList<>(List.of("recipe"));
        header.addAll(subsets);
        header.addAll(List.of("NDCG@10 95 %", "seeds", "seconds"));
        return header;
    }

    private static List<String> row(RecipeResult result, List<String> subsets) {
        List<String> row = new ArrayList<>(List.of(result.recipe()));
        for (String subset : subsets) {
            row.add(result.problem().isEmpty() ? pair(result, subset) : "-");
        }
        SubsetResult all = result.subsets().get("all");
        SubsetResult.Range range = all == null ? null : all.intervals().get("ndcg@10");
        row.add(range == null ? "-" : number(range.low()) + " to " + number(range.high()));
        row.add(String.valueOf(result.seeds().size()));
        row.add(String.format(Locale.ROOT, "%.1f", result.seconds()));
        return row;
    }

    private static String pair(RecipeResult result, String subset) {
        return String.join(
                " / ",
                SHOWN.stream().map(metric -> figure(result, subset, metric)).toList());
    }

    /** The mean over seeds, and if there were several, their standard deviation. */
    private static String figure(RecipeResult result, String subset, String metric) {
        SubsetResult figures = result.subsets().get(subset);
        SeedSpread spread = figures == null ? null : figures.spreads().get(metric);
        String mean = number(result.metric(subset, metric));
        return spread == null ? mean : mean + " ± " + number(spread.deviation());
    }

    /**
     * Two more tables: Recall@10 and NDCG@10 by the number of training events of the target's item, and by the length
     * of the user's history.
     */
    public String exposureText() {
        return exposureTable("item events ") + System.lineSeparator() + exposureTable("history ");
    }

    /**
     * One more table: these metrics on all targets.
     *
     * @throws RecsException when no recipe has a metric of that name
     */
    public String metricsText(List<String> metrics) {
        List<String> known = results.stream()
                .flatMap(result -> Optional.ofNullable(result.subsets().get("all")).stream())
                .flatMap(all -> all.metrics().keySet().stream())
                .distinct()
                .toList();
        for (String metric : metrics) {
            if (!known.isEmpty() && !known.contains(metric)) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "there is no metric " + metric + " in this evaluation; nearest: " + Nearest.to(metric, known));
            }
        }
        List<String> header = new ArrayList<>(List.of("recipe"));
        header.addAll(metrics);
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (RecipeResult result : results) {
            List<String> row = new ArrayList<>(List.of(result.recipe()));
            metrics.forEach(metric -> row.add(figure(result, "all", metric)));
            rows.add(row);
        }
        return TextTable.of(rows);
    }

    private String exposureTable(String kind) {
        Map<String, SubsetResult> measured = results.stream()
                .filter(result -> result.problem().isEmpty())
                .findFirst()
                .map(RecipeResult::subsets)
                .orElse(Map.of());
        List<String> shown = Exposure.names().stream()
                .filter(name -> name.startsWith(kind) && measured.containsKey(name))
                .toList();
        List<String> header = new ArrayList<>(List.of("recipe"));
        List<String> sizes = new ArrayList<>(List.of("targets"));
        for (String name : shown) {
            SubsetResult subset = measured.get(name);
            header.add(name);
            sizes.add(subset == null ? "-" : String.valueOf(subset.n()));
        }
        List<List<String>> rows = new ArrayList<>(List.of(header, sizes));
        for (RecipeResult result : results) {
            List<String> row = new ArrayList<>(List.of(result.recipe()));
            shown.forEach(name -> row.add(pair(result, name)));
            rows.add(row);
        }
        return TextTable.of(rows);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, "%.4f", value).replaceFirst("^(-?)0\\.", "$1.");
    }
}
