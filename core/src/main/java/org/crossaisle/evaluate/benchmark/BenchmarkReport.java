package org.crossaisle.evaluate.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.compare.Bootstrap;
import org.crossaisle.evaluate.compare.Claim;
import org.crossaisle.evaluate.compare.CombinedNdcg;
import org.crossaisle.evaluate.compare.Comparison;
import org.crossaisle.evaluate.compare.Comparisons;

/**
 * The computed report of one benchmark data set: a row for each recipe, its comparisons with the references, and its
 * results with the calibrated share.
 */
public final class BenchmarkReport {
    private final String dataset;
    private final String note;
    private final BenchmarkTask task;
    private final List<BenchmarkResult> results;
    private final String reference;
    private final Map<String, Bootstrap.Interval> intervals = new LinkedHashMap<>(); // by recipe
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<DialResult> dials = new ArrayList<>();

    /**
     * Computes the report. It takes seconds for each recipe, since intervals use 10,000 bootstrap resamples.
     *
     * @param dataset its name
     * @param note how the recipes were trained, for the reader
     * @param references the recipes with which all others are compared, the first one also by J; those without values
     *     are left out
     */
    public BenchmarkReport(
            String dataset,
            String note,
            BenchmarkTask task,
            List<BenchmarkResult> results,
            List<String> references,
            Progress progress) {
        this.dataset = dataset;
        this.note = note;
        this.task = task;
        this.results = List.copyOf(results);
        reference = references.isEmpty() ? "" : references.get(0);
        Comparisons compared = new Comparisons(
                task.subsets(), task.targets().stream().mapToInt(Target::user).toArray(), task.claims());
        try (Progress.Task drawing = progress.start("Drawing users for " + dataset, results.size(), "recipes")) {
            for (int at = 0; at < results.size(); at++) {
                if (results.get(at).problem().isEmpty()) {
                    add(results.get(at), references, compared);
                }
                drawing.reached(at + 1);
            }
        }
    }

    private void add(BenchmarkResult result, List<String> references, Comparisons compared) {
        Claim first = task.claims().get(0);
        int[] places = places(first.subset());
        int[] users = IntStream.of(places)
                .map(place -> task.targets().get(place).user())
                .toArray();
        intervals.put(
                result.recipe(), Bootstrap.DEFAULT.of(users, result.values().at(first.metric(), places)));
        for (String other : references) {
            results.stream()
                    .filter(one ->
                            one.recipe().equals(other) && one.problem().isEmpty() && !other.equals(result.recipe()))
                    .forEach(one ->
                            comparisons.addAll(compared.of(result.recipe(), result.values(), other, one.values())));
        }
        task.dials()
                .forEach(level -> dials.add(DialResult.of(result.recipe(), level, result.values(), task.targets())));
    }

    BenchmarkTask task() {
        return task;
    }

    List<BenchmarkResult> results() {
        return results;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    List<DialResult> dials() {
        return dials;
    }

    /** The comparison on the first claim; empty if there is none. */
    Optional<Bootstrap.Interval> interval(BenchmarkResult result) {
        return Optional.ofNullable(intervals.get(result.recipe()));
    }

    int[] places(String subset) {
        return task.subsets().getOrDefault(subset, new int[0]);
    }

    /** J of a recipe relative to the first reference; empty if it has none or J has no meaning here. */
    OptionalDouble j(BenchmarkResult result) {
        Optional<BenchmarkResult> by =
                results.stream().filter(one -> one.recipe().equals(reference)).findFirst();
        Optional<Claim> crossing = task.crossing();
        if (by.isEmpty() || crossing.isEmpty()) {
            return OptionalDouble.empty();
        }
        String metric = crossing.get().metric();
        String subset = crossing.get().subset();
        return CombinedNdcg.of(
                mean(result, "all", metric),
                mean(result, subset, metric),
                mean(by.get(), "all", metric),
                mean(by.get(), subset, metric));
    }

    private double mean(BenchmarkResult result, String subset, String metric) {
        return result.values().mean(metric, places(subset));
    }

    private List<String> problems() {
        return results.stream()
                .filter(result -> !result.problem().isEmpty())
                .map(result -> result.recipe() + ": " + result.problem())
                .toList();
    }

    /** Aligned tables for a terminal. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(dataset).append(", ").append(task.heading()).append(System.lineSeparator());
        text.append(note).append(System.lineSeparator());
        for (BenchmarkTable table : BenchmarkTables.of(this)) {
            text.append(System.lineSeparator()).append(table.toText());
        }
        problems().forEach(problem -> text.append(problem).append(System.lineSeparator()));
        return text.toString();
    }

    /** The same as a page. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(dataset)
                .append("\n\n")
                .append(task.heading())
                .append(".\n")
                .append(note)
                .append(".\n");
        for (BenchmarkTable table : BenchmarkTables.of(this)) {
            text.append('\n').append(table.toMarkdown());
        }
        problems().forEach(problem -> text.append('\n').append(problem).append('\n'));
        return text.toString();
    }

    /** Nested maps and lists, ready to be written as JSON: every metric on every subset. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", dataset);
        map.put("split", task.split().name());
        map.put("targets", task.split().targets());
        map.put(
                "requestTime",
                task.split().knownRequestTime().map(RequestTime::toString).orElse("none"));
        map.put("n", task.targets().size());
        Map<String, Object> sizes = new LinkedHashMap<>();
        task.subsets().forEach((name, places) -> sizes.put(name, places.length));
        map.put("subsets", sizes);
        map.put("training", note);
        map.put("reference", reference);
        map.put("results", new ArrayList<>(results.stream().map(this::asMap).toList()));
        map.put(
                "comparisons",
                new ArrayList<>(comparisons.stream().map(Comparison::asMap).toList()));
        map.put("dials", new ArrayList<>(dials.stream().map(DialResult::asMap).toList()));
        return map;
    }

    private Map<String, Object> asMap(BenchmarkResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("recipe", result.recipe());
        map.put("seeds", new ArrayList<>(result.seeds()));
        map.put("seconds", result.seconds());
        if (!result.problem().isEmpty()) {
            map.put("problem", result.problem());
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        task.subsets().forEach((name, places) -> {
            Map<String, Object> ofSubset = new LinkedHashMap<>();
            result.values().metrics().forEach(metric -> {
                double mean = result.values().mean(metric, places);
                if (Double.isFinite(mean)) {
                    ofSubset.put(metric, mean);
                }
            });
            metrics.put(name, ofSubset);
        });
        map.put("metrics", metrics);
        interval(result).ifPresent(interval -> map.put("interval", List.of(interval.low(), interval.high())));
        j(result).ifPresent(j -> map.put("j", j));
        if (!result.spreads().isEmpty()) {
            Map<String, Object> spreads = new LinkedHashMap<>();
            result.spreads().forEach((metric, spread) -> spreads.put(metric, spread.asMap()));
            map.put("spreads", spreads);
        }
        return map;
    }
}
