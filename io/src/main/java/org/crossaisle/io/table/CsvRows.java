package org.crossaisle.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossaisle.io.table.csv.CsvForm;
import org.crossaisle.io.table.csv.CsvScanner;
import org.crossaisle.io.table.csv.CsvWishes;
import org.crossaisle.io.table.csv.FormJudge;
import org.crossaisle.io.table.csv.HeaderNames;
import org.crossaisle.io.table.input.TextInput;
import org.crossaisle.io.table.input.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values. Delimiter, quotes and escapes are what the user says, or as judged by the first rows. A
 * row that repeats the header, as in files that were joined, is skipped.
 */
final class CsvRows extends TextRows {
    private static final int MARK = 3; // length of a byte order mark, which files that were joined have inside

    private final CsvForm form;
    private final CsvScanner scanner;
    private final HeaderNames header;
    private final byte[] headerBytes; // without the line end; empty when there is no header
    private final int columns;
    private long repeatedHeaders;

    CsvRows(TextInput input, CsvWishes wishes) throws IOException {
        super(input);
        passBlankLines();
        form = FormJudge.judge(name(), window, wishes);
        if (form.separatorLine()) {
            skipLine();
            passBlankLines();
        }
        scanner = new CsvScanner(window, form.dialect());
        line = nextLine;
        String problem = scanner.scan();
        if (problem == null && !isText()) {
            problem = input.notText();
        }
        if (problem != null) {
            throw Unreadable.because(name() + ":" + line + ": the " + (wishes.header() ? "header" : "first row")
                    + " cannot be read: " + problem);
        }
        HeaderNames.checkCount(name(), scanner.fields());
        if (wishes.header()) {
            columns = Math.max(
                    1,
                    scanner.isEmptyFrom(scanner.fields() - form.extra())
                            ? scanner.fields() - form.extra()
                            : scanner.fields());
            header = HeaderNames.of(names(columns));
            headerBytes = window.copy(0, endOfRow());
            nextLine += scanner.lineEnds() + 1;
        } else {
            columns = scanner.fields();
            header = HeaderNames.numbered(columns);
            headerBytes = new byte[0];
            scanner.clear(); // the row is read again as the first one
        }
    }

    private List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int field = 0; field < count; field++) {
            names.add(scanner.text(field));
        }
        return names;
    }

    /** The length of the row without its line end. */
    private int endOfRow() {
        int end = scanner.length();
        while (end > 0 && (window.at(end - 1) == '\n' || window.at(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    @Override
    boolean advance() throws IOException {
        do {
            window.advance(scanner.length());
            scanner.clear();
            fault = null;
            if (!passBlankLines()) {
                return false;
            }
            line = nextLine;
            String problem = scanner.scan();
            if (problem == null) {
                problem = problemOfFields();
            }
            if (problem == null) {
                nextLine += scanner.lineEnds() + 1;
            } else {
                giveUp(problem);
            }
        } while (fault == null && isHeader());
        return true;
    }

    private @Nullable String problemOfFields() {
        int fields = scanner.fields();
        if (fields != columns) {
            boolean longer = fields > columns && fields <= columns + form.extra();
            if (!longer || !scanner.isEmptyFrom(columns)) {
                return fields + " fields where the header has " + columns;
            }
        }
        return scanner.isAscii() || isText() ? null : input.notText();
    }

    private boolean isText() {
        return scanner.isAscii() || input.isText(line, window.start, scanner.length());
    }

    /** True when the row is the header once more. */
    private boolean isHeader() {
        if (headerBytes.length == 0 || scanner.length() < headerBytes.length) {
            return false;
        }
        int end = endOfRow();
        int begin = end - headerBytes.length;
        boolean repeated = (begin == 0 || (begin == MARK && (window.at(0) & 0xff) == 0xEF))
                && Arrays.equals(
                        window.bytes, window.start + begin, window.start + end, headerBytes, 0, headerBytes.length);
        repeatedHeaders += repeated ? 1 : 0;
        return repeated;
    }

    /** Gives up a broken row and continues after its first line, since the open quote may have swallowed good rows. */
    private void giveUp(String problem) throws IOException {
        fault = problem;
        scanner.clear();
        skipLine();
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public String text(int column) {
        return scanner.text(column);
    }

    @Override
    public List<String> values(int column) {
        return header.lists().contains(column) ? blankSeparated(text(column)) : super.values(column);
    }

    private static List<String> blankSeparated(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(form.notes());
        notes.addAll(header.notes());
        if (repeatedHeaders > 0) {
            notes.add(String.format(
                    "the header is repeated %,d times within the file; those rows were skipped", repeatedHeaders));
        }
        return notes;
    }

    @Override
    String kind() {
        return "CSV";
    }
}
