package org.crossaisle.report;

import java.util.List;
import org.crossaisle.ShownText;

/**
 * A table in plain text whose columns are aligned on a terminal, where a Chinese character is as wide as two Latin
 * ones.
 */
public final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * The table, a line for each row; the first column to the left, the others to the right.
     *
     * @param rows the header first; all of one length. A cell is shown on one line, as {@link ShownText}
     */
    public static String of(List<List<String>> rows) {
        return of(rows, 1);
    }

    /** The same with the first {@code left} columns to the left. */
    public static String of(List<List<String>> rows, int left) {
        return aligned(
                rows.stream()
                        .map(row -> row.stream().map(ShownText::line).toList())
                        .toList(),
                left);
    }

    private static String aligned(List<List<String>> rows, int left) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths[column] - width(cell));
                boolean last = column == columns - 1;
                text.append(column == 0 ? "" : GAP)
                        .append(column < left ? cell + (last ? "" : padding) : padding + cell);
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    /** How many columns of a terminal a text takes. */
    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
