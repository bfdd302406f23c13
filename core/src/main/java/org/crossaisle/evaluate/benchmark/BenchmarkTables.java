package org.crossaisle.evaluate.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.crossaisle.evaluate.compare.Claim;

/**
 * The tables of a report: the metrics, the comparisons with the references, and the results with the calibrated share.
 */
final class BenchmarkTables {
    private final BenchmarkReport report;
    private final BenchmarkTask task;

    private BenchmarkTables(BenchmarkReport report) {
        this.report = report;
        task = report.task();
    }

    static List<BenchmarkTable> of(BenchmarkReport report) {
        return new BenchmarkTables(report).all();
    }

    private List<BenchmarkTable> all() {
        List<BenchmarkTable> tables = new ArrayList<>(List.of(figures()));
        if (!report.comparisons().isEmpty()) {
            tables.add(compared());
        }
        if (!report.dials().isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(DialResult.header()));
            report.dials().forEach(dial -> rows.add(dial.row()));
            tables.add(new BenchmarkTable(
                    "The dial: lists of ten with crossShare=calibrated, and the ten highest scores", rows));
        }
        return tables;
    }

    private BenchmarkTable figures() {
        List<ReportColumn> columns = task.columns();
        boolean hasJ = task.crossing().isPresent();
        List<String> header = new ArrayList<>(List.of("recipe"));
        columns.forEach(column -> header.add(column.title()));
        Claim first = task.claims().get(0);
        columns.stream()
                .filter(column -> column.metric().equals(first.metric())
                        && column.subset().equals(first.subset()))
                .forEach(column -> header.add(column.title() + " 95 %"));
        if (hasJ) {
            header.add("J");
        }
        header.addAll(List.of("seeds", "seconds"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (BenchmarkResult result : report.results()) {
            List<String> row = new ArrayList<>(List.of(result.recipe()));
            columns.forEach(column -> row.add(shown(column, result)));
            row.add(report.interval(result)
                    .map(interval ->
                            BenchmarkTable.number(interval.low()) + " to " + BenchmarkTable.number(interval.high()))
                    .orElse("-"));
            if (hasJ) {
                OptionalDouble j = report.j(result);
                row.add(j.isPresent() ? String.format(Locale.ROOT, "%.3f", j.getAsDouble()) : "-");
            }
            row.add(String.valueOf(result.seeds().size()));
            row.add(String.format(Locale.ROOT, "%.1f", result.seconds()));
            rows.add(row);
        }
        return new BenchmarkTable(task.legend(), rows);
    }

    private String shown(ReportColumn column, BenchmarkResult result) {
        double value = column.of(result.values(), report.places(column.subset()));
        return column.less().isEmpty() ? BenchmarkTable.number(value) : BenchmarkTable.signed(value);
    }

    private BenchmarkTable compared() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("recipe", "against", "figure", "difference", "95 %", "in per cent", "p", ""));
        report.comparisons()
                .forEach(comparison -> rows.add(List.of(
                        comparison.recipe(),
                        comparison.reference(),
                        comparison.metric() + " on " + comparison.subset(),
                        BenchmarkTable.signed(comparison.difference()),
                        BenchmarkTable.signed(comparison.low()) + " to " + BenchmarkTable.signed(comparison.high()),
                        Double.isFinite(comparison.relative())
                                ? String.format(Locale.ROOT, "%+.1f %%", 100 * comparison.relative())
                                : "-",
                        String.format(Locale.ROOT, "%.4f", comparison.pValue()),
                        comparison.isTie() ? "tie" : "")));
        return new BenchmarkTable(
                "Differences target by target, averaged over seeds; 95 % over users; p of the first two of each recipe by Holm",
                rows);
    }
}
