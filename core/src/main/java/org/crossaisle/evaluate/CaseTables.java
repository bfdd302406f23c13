package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables of a report: the figures, the comparisons with the references, and the dial. */
final class CaseTables {
    private final CaseReport report;
    private final Inquiry inquiry;

    private CaseTables(CaseReport report) {
        this.report = report;
        inquiry = report.inquiry();
    }

    static List<CaseTable> of(CaseReport report) {
        return new CaseTables(report).all();
    }

    private List<CaseTable> all() {
        List<CaseTable> tables = new ArrayList<>(List.of(figures()));
        if (!report.comparisons().isEmpty()) {
            tables.add(compared());
        }
        if (!report.dials().isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(DialResult.header()));
            report.dials().forEach(dial -> rows.add(dial.row()));
            tables.add(new CaseTable(
                    "The dial: ten places with crossShare=calibrated beside ten as the scores fall", rows));
        }
        return tables;
    }

    private CaseTable figures() {
        List<Column> columns = inquiry.columns();
        boolean hasJ = inquiry.crossing().isPresent();
        List<String> header = new ArrayList<>(List.of("recipe"));
        columns.forEach(column -> header.add(column.title()));
        Claim first = inquiry.claims().get(0);
        columns.stream()
                .filter(column -> column.metric().equals(first.metric())
                        && column.subset().equals(first.subset()))
                .forEach(column -> header.add(column.title() + " 95 %"));
        if (hasJ) {
            header.add("J");
        }
        header.addAll(List.of("seeds", "seconds"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (CaseResult result : report.results()) {
            List<String> row = new ArrayList<>(List.of(result.recipe()));
            columns.forEach(column -> row.add(shown(column, result)));
            row.add(report.interval(result)
                    .map(interval -> CaseTable.number(interval.low()) + " to " + CaseTable.number(interval.high()))
                    .orElse("-"));
            if (hasJ) {
                OptionalDouble j = report.j(result);
                row.add(j.isPresent() ? String.format(Locale.ROOT, "%.3f", j.getAsDouble()) : "-");
            }
            row.add(String.valueOf(result.seeds().size()));
            row.add(String.format(Locale.ROOT, "%.1f", result.seconds()));
            rows.add(row);
        }
        return new CaseTable(inquiry.legend(), rows);
    }

    private String shown(Column column, CaseResult result) {
        double value = column.of(result.values(), report.places(column.subset()));
        return column.less().isEmpty() ? CaseTable.number(value) : CaseTable.signed(value);
    }

    private CaseTable compared() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("recipe", "against", "figure", "difference", "95 %", "in per cent", "p", ""));
        report.comparisons()
                .forEach(one -> rows.add(List.of(
                        one.recipe(),
                        one.reference(),
                        one.metric() + " on " + one.subset(),
                        CaseTable.signed(one.difference()),
                        CaseTable.signed(one.low()) + " to " + CaseTable.signed(one.high()),
                        Double.isFinite(one.relative())
                                ? String.format(Locale.ROOT, "%+.1f %%", 100 * one.relative())
                                : "-",
                        String.format(Locale.ROOT, "%.4f", one.pValue()),
                        one.isTie() ? "tie" : "")));
        return new CaseTable(
                "Differences target by target, averaged over seeds; 95 % over users; p of the first two of each recipe by Holm",
                rows);
    }
}
