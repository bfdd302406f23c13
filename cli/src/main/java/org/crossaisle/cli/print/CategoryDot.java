package org.crossaisle.cli.print;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.affinity.CategoryNode;

/** Writes moves between categories as a Graphviz graph: the wider an arrow, the greater the lift. */
public final class CategoryDot {
    private CategoryDot() {}

    public static String text(String shop, CategoryGraph graph, List<Affinity> moves) {
        StringBuilder text = new StringBuilder("digraph ").append(quoted(shop)).append(" {\n");
        text.append("  rankdir=LR;\n  node [shape=box];\n");
        Set<String> ends = new LinkedHashSet<>();
        moves.forEach(
                move -> ends.addAll(List.of(move.from().toString(), move.to().toString())));
        for (CategoryNode node : graph.nodes()) {
            String path = node.path().toString();
            if (ends.contains(path)) {
                String label = path + "\n" + String.format(Locale.ROOT, "%,d customers", node.customers());
                text.append("  ")
                        .append(quoted(path))
                        .append(" [label=")
                        .append(quoted(label))
                        .append("];\n");
            }
        }
        for (Affinity move : moves) {
            String days = move.lag()
                    .map(lag -> String.format(Locale.ROOT, ", %.0f d", lag.medianDays()))
                    .orElse("");
            String label = String.format(Locale.ROOT, "%.1fx%s", move.lift().value(), days);
            double width = Math.max(0.5, Math.min(6, 1 + Math.log(move.lift().value())));
            text.append("  ")
                    .append(quoted(move.from().toString()))
                    .append(" -> ")
                    .append(quoted(move.to().toString()))
                    .append(" [label=")
                    .append(quoted(label))
                    .append(String.format(Locale.ROOT, ", penwidth=%.2f];%n", width));
        }
        return text.append("}\n").toString();
    }

    /** A quoted string of the DOT language, with backslashes and quotes escaped and newlines written as \n. */
    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n")
                + '"';
    }
}
