package org.crossaisle.evaluate.benchmark;

import java.util.List;
import java.util.Locale;
import org.crossaisle.report.TextTable;

/**
 * One table of a report, in plain text and in Markdown.
 *
 * @param title the text above the table
 * @param rows the header first; all of the same length
 */
record BenchmarkTable(String title, List<List<String>> rows) {
    BenchmarkTable {
        rows = List.copyOf(rows);
    }

    String toText() {
        return title + System.lineSeparator() + System.lineSeparator() + TextTable.of(rows);
    }

    String toMarkdown() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        for (int row = 0; row < rows.size(); row++) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            rows.get(row).stream().map(BenchmarkTable::escaped).toList()))
                    .append(" |\n");
            if (row == 0) {
                text.append("|---")
                        .append("|---:".repeat(rows.get(0).size() - 1))
                        .append("|\n");
            }
        }
        return text.toString();
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }

    /** Formats with four digits and no zero before the decimal point; a dash for a missing value. */
    static String number(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.4f", value).replaceFirst("^(-?)0\\.", "$1.")
                : "-";
    }

    /** The same with a sign. */
    static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }
}
