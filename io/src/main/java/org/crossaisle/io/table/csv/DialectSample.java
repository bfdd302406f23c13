package org.crossaisle.io.table.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.io.table.input.ByteWindow;

/**
 * The first rows of a CSV file, read in one dialect.
 *
 * @param rows the fields of each readable row, the header first
 * @param faults how many rows cannot be read
 */
record DialectSample(CsvDialect dialect, List<List<String>> rows, int faults) {
    private static final int ROWS = 500;
    private static final double MOST = .9;

    /** @param whole true when the bytes are the whole file; otherwise the last row may be cut and is left out */
    static DialectSample read(byte[] bytes, boolean whole, CsvDialect dialect) throws IOException {
        ByteWindow window = new ByteWindow(new ByteArrayInputStream(bytes));
        window.has(bytes.length - 1);
        CsvScanner scanner = new CsvScanner(window, dialect);
        List<List<String>> rows = new ArrayList<>();
        int faults = 0;
        while (rows.size() + faults < ROWS && passBlankLines(window)) {
            String problem = scanner.scan();
            boolean cut =
                    !whole && (CsvScanner.NOT_CLOSED.equals(problem) || window.start + scanner.length() >= window.end);
            if (cut && !rows.isEmpty()) {
                break;
            }
            if (problem == null) {
                rows.add(IntStream.range(0, scanner.fields())
                        .mapToObj(scanner::text)
                        .toList());
                window.advance(scanner.length());
            } else {
                faults++;
                skipLine(window);
            }
        }
        return new DialectSample(dialect, rows, faults);
    }

    private static boolean passBlankLines(ByteWindow window) throws IOException {
        while (window.has(0) && (window.at(0) == '\n' || window.at(0) == '\r')) {
            window.advance(1);
        }
        return window.has(0);
    }

    private static void skipLine(ByteWindow window) throws IOException {
        while (window.has(0) && window.at(0) != '\n' && window.at(0) != '\r') {
            window.advance(1);
        }
    }

    List<String> header() {
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    /** The number of names in the header, without empty ones at its end whose columns are empty, too. */
    int names() {
        int size = header().size();
        while (size > 1 && header().get(size - 1).isEmpty() && isEmpty(size - 1)) {
            size--;
        }
        return size;
    }

    private boolean isEmpty(int column) {
        return data().stream()
                .allMatch(row -> row.size() <= column || row.get(column).isEmpty());
    }

    /** The rows after the first. */
    List<List<String>> data() {
        return rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
    }

    /** How many rows have as many fields as the header has names, not counting empty fields at the end of a row. */
    long fitting() {
        int names = names();
        return data().stream()
                .filter(row -> row.size() >= names && endsEmpty(row, names))
                .count();
    }

    private static boolean endsEmpty(List<String> row, int from) {
        return row.subList(from, row.size()).stream().allMatch(String::isEmpty);
    }

    /** The share of rows that fit the header, 1 when there is no row. */
    double fit() {
        int all = data().size() + faults;
        return all == 0 ? 1 : (double) fitting() / all;
    }

    /** How many empty fields a row may have after the last name: those of the header, or those that most rows have. */
    int extra() {
        int names = names();
        List<Integer> longer = data().stream()
                .filter(row -> row.size() > names && endsEmpty(row, names))
                .map(row -> row.size() - names)
                .toList();
        boolean most = !longer.isEmpty() && longer.size() >= MOST * data().size();
        return Math.max(header().size() - names, most ? Collections.max(longer) : 0);
    }
}
