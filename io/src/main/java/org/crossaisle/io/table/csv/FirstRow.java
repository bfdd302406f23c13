package org.crossaisle.io.table.csv;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether the first row of a table is certainly data, so that the table has no header. */
final class FirstRow {
    /** Texts that are never the name of a column, each kind by itself. */
    private static final List<Pattern> NEVER_NAMES = List.of(
            Pattern.compile("\\d{1,4}([./-])\\d{1,2}\\1\\d{1,4}([T ].*)?"), // a date
            Pattern.compile("\\d{9,}(\\.\\d+)?"), // a time in seconds, or a long id
            Pattern.compile("-?\\d+[.,]\\d{1,2}")); // a price

    private static final double MOST = .9;

    private FirstRow() {}

    /** True when a field of the first row is of a kind that no name is, and so are the fields below it. */
    static boolean isData(DialectSample sample) {
        List<String> first = sample.header();
        List<List<String>> data = sample.data();
        for (int column = 0; column < first.size() && !data.isEmpty(); column++) {
            for (Pattern kind : NEVER_NAMES) {
                if (kind.matcher(first.get(column)).matches() && isMostly(kind, column, data)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMostly(Pattern kind, int column, List<List<String>> data) {
        long matching = data.stream()
                .filter(row ->
                        column < row.size() && kind.matcher(row.get(column)).matches())
                .count();
        return matching >= MOST * data.size();
    }
}
