package org.crossaisle.io.table.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.crossaisle.io.table.input.ByteWindow;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a row of CSV (RFC 4180, in the given dialect). For one thread.
 *
 * <p>This is our own reader because of broken quotes: if a quote is never closed, other readers take the rest of the
 * file for one field. This one reports the row, and the caller goes on with the next line.
 */
public final class CsvScanner {
    /** Maximum length of a row, so that an open quote is detected before the whole file is in memory. */
    public static final int MAXIMUM_ROW_BYTES = 1 << 23;

    /** Maximum number of lines of a row. */
    public static final int MAXIMUM_ROW_LINES = 1_000;

    static final String NOT_CLOSED = "a quote is opened and not closed";

    private static final int MORE_FIELDS = 64;

    private final ByteWindow window;
    private final CsvDialect dialect;
    private final byte separator;
    private final int quote;
    private final boolean backslash;

    // The current row, as offsets from the start of the window.
    private int fields;
    private int[] from = new int[MORE_FIELDS];
    private int[] to = new int[MORE_FIELDS];
    private boolean[] escaped = new boolean[MORE_FIELDS]; // the field contains a doubled or escaped quote
    private int length;
    private int lineEnds; // line ends within quotes
    private int ored; // bitwise or of all bytes of the row: negative when one is not ASCII

    public CsvScanner(ByteWindow window, CsvDialect dialect) {
        this.window = window;
        this.dialect = dialect;
        this.separator = dialect.delimiter();
        this.quote = dialect.quote();
        this.backslash = dialect.backslash();
    }

    public CsvDialect dialect() {
        return dialect;
    }

    /** How many fields the row has. */
    public int fields() {
        return fields;
    }

    /** The length of the row in bytes with its line end. */
    public int length() {
        return length;
    }

    /** How many line ends are within quotes. */
    public int lineEnds() {
        return lineEnds;
    }

    public boolean isAscii() {
        return ored >= 0;
    }

    /** Forgets the row; all fields are empty. */
    public void clear() {
        fields = 0;
        length = 0;
    }

    /**
     * Finds the fields of the row at the start of the window and its length including the line end.
     *
     * @return what is wrong with the row, or null
     */
    public @Nullable String scan() throws IOException {
        fields = 0;
        lineEnds = 0;
        ored = 0;
        int at = 0; // offset from the start of the window
        while (true) {
            int begin = at;
            if (window.has(at) && window.at(at) == quote) {
                int close = endOfQuoted(at + 1);
                if (close < 0) {
                    return NOT_CLOSED;
                }
                add(begin + 1, close, close > begin + 1 && escaped[fields]);
                at = close + 1;
                if (window.has(at) && window.at(at) != separator && window.at(at) != '\n' && window.at(at) != '\r') {
                    return "text follows a closing quote";
                }
            } else {
                escaped[fields] = false;
                at = backslash ? endOfEscaped(at) : endOfPlain(at);
                if (at < 0) {
                    return "the row has more than " + MAXIMUM_ROW_BYTES + " bytes";
                }
                add(begin, at, backslash && escaped[fields]);
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
                    ored |= seen;
                    at = i - window.start;
                    return at > MAXIMUM_ROW_BYTES ? -1 : at;
                }
                seen |= b;
            }
            ored |= seen;
            at = end - window.start;
            if (at > MAXIMUM_ROW_BYTES) {
                return -1;
            }
        }
        return at;
    }

    /** The end of a field without quotes in which a backslash escapes the delimiter. */
    private int endOfEscaped(int begin) throws IOException {
        int at = begin;
        while (window.has(at)) {
            byte b = window.at(at);
            if (b == separator || b == '\n' || b == '\r') {
                return at;
            }
            ored |= b;
            at++;
            if (b == '\\' && window.has(at) && window.at(at) != '\n' && window.at(at) != '\r') {
                escaped[fields] = true;
                ored |= window.at(at);
                at++;
            }
            if (at > MAXIMUM_ROW_BYTES) {
                return -1;
            }
        }
        return at;
    }

    /** The offset of the closing quote, -1 when there is none within the limits. */
    private int endOfQuoted(int begin) throws IOException {
        escaped[fields] = false;
        int at = begin;
        while (at <= MAXIMUM_ROW_BYTES && lineEnds <= MAXIMUM_ROW_LINES && window.has(at)) {
            byte b = window.at(at);
            ored |= b;
            if (b == quote) {
                if (!window.has(at + 1) || window.at(at + 1) != quote) {
                    return at;
                }
                escaped[fields] = true;
                at++;
            } else if (backslash && b == '\\' && window.has(at + 1) && isEscapable(window.at(at + 1))) {
                escaped[fields] = true;
                at++;
            } else if (b == '\n' || (b == '\r' && !(window.has(at + 1) && window.at(at + 1) == '\n'))) {
                lineEnds++;
            }
            at++;
        }
        return -1;
    }

    private boolean isEscapable(byte next) {
        return next == quote || next == '\\' || next == separator;
    }

    private void add(int begin, int end, boolean quotes) {
        from[fields] = begin;
        to[fields] = end;
        escaped[fields] = quotes;
        fields++;
        if (fields == from.length) {
            from = Arrays.copyOf(from, fields * 2);
            to = Arrays.copyOf(to, fields * 2);
            escaped = Arrays.copyOf(escaped, fields * 2);
        }
    }

    /** True when a field has no text, not even blanks. */
    boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    /** True when the fields from {@code first} on have no text. */
    public boolean isEmptyFrom(int first) {
        for (int field = first; field < fields; field++) {
            if (!isEmpty(field)) {
                return false;
            }
        }
        return true;
    }

    /** A field without surrounding white space, empty when the row does not have it. */
    public String text(int field) {
        if (field >= fields || from[field] == to[field]) {
            return "";
        }
        int begin = window.start + from[field];
        String text = new String(window.bytes, begin, to[field] - from[field], StandardCharsets.UTF_8);
        return (escaped[field] ? unescaped(text) : text).strip();
    }

    private String unescaped(String text) {
        if (!backslash) {
            String one = String.valueOf((char) quote);
            return text.replace(one + one, one);
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean more = at + 1 < text.length();
            if (more && character == '\\' && text.charAt(at + 1) < 0x80 && isEscapable((byte) text.charAt(at + 1))) {
                at++;
            } else if (more && character == quote && text.charAt(at + 1) == quote) {
                at++;
            }
            plain.append(text.charAt(at));
        }
        return plain.toString();
    }
}
