package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180) with a header. The separator may also be a tab or semicolon: the one that is
 * most frequent in the header.
 *
 * <p>This is our own reader because of broken quotes: if a quote is never closed, other readers take the rest of the
 * file for one field. This one gives up the row at its first line and continues with the second.
 */
final class CsvRows extends TextRows {
    /** Maximum length of a row, so that an open quote is detected before the whole file is in memory. */
    static final int MAXIMUM_ROW_BYTES = 1 << 23;

    /** Maximum number of lines of a row. */
    static final int MAXIMUM_ROW_LINES = 1_000;

    private static final int MORE_FIELDS = 64;

    private final byte separator;
    private final List<String> columns = new ArrayList<>();

    // The current row, as offsets from the start of the window.
    private int fields;
    private int[] from = new int[MORE_FIELDS];
    private int[] to = new int[MORE_FIELDS];
    private boolean[] hasQuotes = new boolean[MORE_FIELDS]; // the field contains a doubled quote
    private int length;
    private int lineEnds; // line ends within quotes
    private int bits; // bitwise or of all bytes of the row: negative when one is not ASCII

    CsvRows(String name, FileBytes file, boolean gzip, ByteWindow window) throws IOException {
        super(name, file, gzip, window);
        passBlankLines();
        separator = separatorOfHeader();
        line = nextLine;
        String problem = scan();
        if (problem != null || !isUtf8(length)) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    name + ":" + line + ": the header cannot be read: " + (problem == null ? NOT_UTF8 : problem));
        }
        for (int field = 0; field < fields; field++) {
            String column = text(field);
            if (!column.isEmpty() && columns.contains(column)) {
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE,
                        name + ":" + line + ": the header has the column " + column
                                + " twice; expected each name once");
            }
            columns.add(column);
        }
        nextLine += lineEnds + 1;
    }

    private byte separatorOfHeader() throws IOException {
        Map<Byte, Integer> counts = new HashMap<>();
        boolean quoted = false;
        for (int i = 0; i < MAXIMUM_ROW_BYTES && window.has(i); i++) {
            byte b = window.at(i);
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '\n' || b == '\r')) {
                break;
            } else if (!quoted) {
                counts.merge(b, 1, Integer::sum);
            }
        }
        byte best = ',';
        for (byte candidate : new byte[] {'\t', ';'}) {
            best = counts.getOrDefault(candidate, 0) > counts.getOrDefault(best, 0) ? candidate : best;
        }
        return best;
    }

    @Override
    boolean advance() throws IOException {
        window.advance(length);
        length = 0;
        fields = 0;
        fault = null;
        if (!passBlankLines()) {
            return false;
        }
        line = nextLine;
        String problem = scan();
        if (problem == null && fields != columns.size()) {
            problem = fields + " fields where the header has " + columns.size();
        } else if (problem == null && bits < 0 && !isUtf8(length)) {
            problem = NOT_UTF8;
        }
        if (problem == null) {
            nextLine += lineEnds + 1;
        } else {
            giveUp(problem);
        }
        return true;
    }

    /** Gives up a broken row and continues after its first line, since the open quote may have swallowed good rows. */
    private void giveUp(String problem) throws IOException {
        fault = problem;
        fields = 0;
        length = 0;
        skipLine();
    }

    /**
     * Finds the fields of one row and its length including the line end.
     *
     * @return what is wrong with the row, or null
     */
    private @Nullable String scan() throws IOException {
        fields = 0;
        lineEnds = 0;
        bits = 0;
        int at = 0; // offset from the start of the window
        while (true) {
            int begin = at;
            if (window.has(at) && window.at(at) == '"') {
                int close = endOfQuoted(at + 1);
                if (close < 0) {
                    return "a quote is opened and not closed";
                }
                add(begin + 1, close, close > begin + 1 && hasQuotes[fields]);
                at = close + 1;
                if (window.has(at) && window.at(at) != separator && window.at(at) != '\n' && window.at(at) != '\r') {
                    return "text follows a closing quote";
                }
            } else {
                at = endOfPlain(at);
                if (at < 0) {
                    return "the row has more than " + MAXIMUM_ROW_BYTES + " bytes";
                }
                add(begin, at, false);
            }
            if (!window.has(at)) {
                length = at;
                return null;
            }
            if (window.at(at) != separator) {
                length = window.at(at) == '\r' && window.has(at + 1) && window.at(at + 1) == '\n' ? at + 2 : at + 1;
                return null;
            }
            at++;
        }
    }

    private int endOfPlain(int begin) throws IOException {
        int at = begin;
        while (window.has(at)) {
            byte[] bytes = window.bytes;
            int end = window.end;
            int i = window.start + at;
            int seen = 0;
            for (; i < end; i++) {
                byte b = bytes[i];
                if (b == separator || b == '\n' || b == '\r') {
                    bits |= seen;
                    at = i - window.start;
                    return at > MAXIMUM_ROW_BYTES ? -1 : at;
                }
                seen |= b;
            }
            bits |= seen;
            at = end - window.start;
            if (at > MAXIMUM_ROW_BYTES) {
                return -1;
            }
        }
        return at;
    }

    /** The offset of the closing quote, -1 when there is none within the limits. */
    private int endOfQuoted(int begin) throws IOException {
        hasQuotes[fields] = false;
        int at = begin;
        while (at <= MAXIMUM_ROW_BYTES && lineEnds <= MAXIMUM_ROW_LINES && window.has(at)) {
            byte b = window.at(at);
            bits |= b;
            if (b == '"') {
                if (!window.has(at + 1) || window.at(at + 1) != '"') {
                    return at;
                }
                hasQuotes[fields] = true;
                at++;
            } else if (b == '\n' || (b == '\r' && !(window.has(at + 1) && window.at(at + 1) == '\n'))) {
                lineEnds++;
            }
            at++;
        }
        return -1;
    }

    private void add(int begin, int end, boolean quotes) {
        from[fields] = begin;
        to[fields] = end;
        hasQuotes[fields] = quotes;
        fields++;
        if (fields == from.length) {
            from = Arrays.copyOf(from, fields * 2);
            to = Arrays.copyOf(to, fields * 2);
            hasQuotes = Arrays.copyOf(hasQuotes, fields * 2);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public String text(int column) {
        if (column >= fields || from[column] == to[column]) {
            return "";
        }
        int begin = window.start + from[column];
        String text = new String(window.bytes, begin, to[column] - from[column], StandardCharsets.UTF_8);
        return (hasQuotes[column] ? text.replace("\"\"", "\"") : text).strip();
    }

    @Override
    String kind() {
        return "CSV";
    }
}
