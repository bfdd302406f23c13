package org.crossaisle.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.affinity.Relation;
import org.crossaisle.report.TextTable;

/** A text table of moves between categories. */
public record CategoryMovesTable(String shop, CategoryGraph graph, List<Affinity> moves) {
    public String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("from", "to", "customers", "rate", "lift [95 %]", "days (quartiles)", "direction p", "kind"));
        moves.forEach(move -> rows.add(row(move)));
        return String.format(
                        Locale.ROOT,
                        "%s, level %d: %,d customers who %s, %d categories%n%n",
                        shop,
                        graph.level().level(),
                        graph.customers(),
                        graph.ofBuyers() ? "bought" : "viewed or bought",
                        graph.nodes().size())
                + TextTable.of(rows, 2)
                + (moves.isEmpty() ? "no move has that many customers" + System.lineSeparator() : "");
    }

    private static List<String> row(Affinity move) {
        String lag = move.lag()
                .map(days -> String.format(
                        Locale.ROOT,
                        "%.0f (%.0f-%.0f)",
                        days.medianDays(),
                        days.lowerQuartileDays(),
                        days.upperQuartileDays()))
                .orElse("");
        return List.of(
                move.from().toString(),
                move.to().toString(),
                String.format(Locale.ROOT, "%,d", move.customers()),
                String.format(Locale.ROOT, "%.1f %%", 100 * move.rate()),
                String.format(
                        Locale.ROOT,
                        "%.2f [%.2f, %.2f]",
                        move.lift().value(),
                        move.lift().low(),
                        move.lift().high()),
                lag,
                direction(move),
                move.relation() == Relation.UNKNOWN
                        ? ""
                        : move.relation().name().toLowerCase(Locale.ROOT));
    }

    /** The p-value with the direction of the move: > for forward, < for backward. */
    private static String direction(Affinity move) {
        int forward = move.direction().forward();
        int backward = move.direction().backward();
        double p = move.direction().p();
        String sign = forward > backward ? "> " : forward < backward ? "< " : "";
        return sign + (p < 0.001 ? "< .001" : String.format(Locale.ROOT, "%.3f", p));
    }
}
