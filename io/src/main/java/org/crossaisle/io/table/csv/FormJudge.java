package org.crossaisle.io.table.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossaisle.io.table.input.ByteWindow;
import org.crossaisle.io.table.input.Unreadable;

/**
 * Judges the form of a CSV file by its first rows: the delimiter is the one that divides all of them into as many
 * fields as the header has names. Where two forms fit and read the rows differently, nothing is guessed.
 */
public final class FormJudge {
    private static final int SAMPLE = 1 << 20;

    /** In the order in which they are preferred where they divide the rows equally well. */
    private static final byte[] DELIMITERS = {',', '\t', ';', '|', 1};

    private static final String SEPARATOR_LINE = "sep=";

    private final String name;
    private final CsvWishes wishes;
    private final byte[] bytes;
    private final boolean whole;
    private final List<String> notes = new ArrayList<>();

    private FormJudge(String name, CsvWishes wishes, byte[] bytes, boolean whole) {
        this.name = name;
        this.wishes = wishes;
        this.bytes = bytes;
        this.whole = whole;
    }

    /**
     * Judges the text at the start of a window, which is left as it is.
     *
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when the form is ambiguous, contradicts the user, or the
     *     first row is data where a header is expected
     */
    public static CsvForm judge(String name, ByteWindow window, CsvWishes wishes) throws IOException {
        byte[] bytes = window.peek(SAMPLE);
        return new FormJudge(name, wishes, bytes, bytes.length < SAMPLE).judge();
    }

    private CsvForm judge() throws IOException {
        Optional<Byte> declared = separatorLine();
        int begin = declared.isPresent() ? endOfFirstLine() : 0;
        byte[] rows = Arrays.copyOfRange(bytes, begin, bytes.length);
        CsvDialect basis = CsvDialect.RFC_4180.withBackslash(wishes.backslash().orElse(false));
        if (wishes.quote().isPresent()) {
            basis = new CsvDialect(basis.delimiter(), wishes.quote().get(), basis.backslash());
        }
        Optional<Byte> fixed = declared.or(wishes::delimiter);
        DialectSample sample = fixed.isPresent()
                ? escaped(rows, DialectSample.read(rows, whole, basis.withDelimiter(fixed.get())))
                : divided(rows, basis);
        if (wishes.header() && FirstRow.isData(sample)) {
            throw Unreadable.because(
                    name + ": the first row is data, expected the names of the columns. Say --no-header"
                            + " to call them column1, column2, ..., and map them: --map item_id=column2");
        }
        if (sample.dialect().backslash() && wishes.backslash().isEmpty()) {
            notes.add("quotes are escaped by a backslash");
        }
        if (fixed.isEmpty() && sample.dialect().delimiter() != ',' && sample.names() > 1) {
            notes.add("the delimiter is " + CsvDialect.nameOf(sample.dialect().delimiter()));
        }
        int extra = wishes.header() ? sample.extra() : 0;
        int names = sample.names();
        boolean longer = sample.data().stream().anyMatch(row -> row.size() > names);
        if (extra > 0 && longer) {
            notes.add("empty fields after the last column are ignored");
        }
        return new CsvForm(sample.dialect(), declared.isPresent(), extra, notes);
    }

    /** The delimiter that the first line declares, as spreadsheets write it. */
    private Optional<Byte> separatorLine() {
        String line = new String(bytes, 0, Math.min(endOfFirstLine(), 16), StandardCharsets.ISO_8859_1)
                .replaceAll("[\r\n]+$", "");
        String plain = line.startsWith("\"") && line.endsWith("\"") && line.length() > 1
                ? line.substring(1, line.length() - 1)
                : line;
        boolean declares = plain.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())
                && plain.length() == SEPARATOR_LINE.length() + 1
                && plain.charAt(plain.length() - 1) < 0x80;
        if (!declares) {
            return Optional.empty();
        }
        byte delimiter = (byte) plain.charAt(plain.length() - 1);
        if (wishes.delimiter().isPresent() && wishes.delimiter().get() != delimiter) {
            throw Unreadable.because(name + ":1: the line says that the delimiter is "
                    + CsvDialect.nameOf(delimiter) + ", but --delimiter is "
                    + CsvDialect.nameOf(wishes.delimiter().get()));
        }
        return Optional.of(delimiter);
    }

    private int endOfFirstLine() {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
            if (bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n')) {
                return at + 1;
            }
        }
        return bytes.length;
    }

    private DialectSample divided(byte[] rows, CsvDialect basis) throws IOException {
        DialectSample best = escaped(rows, DialectSample.read(rows, whole, basis));
        byte equal = 0;
        for (byte delimiter : DELIMITERS) {
            if (delimiter == basis.delimiter() || !contains(rows, delimiter)) {
                continue;
            }
            DialectSample other = escaped(rows, DialectSample.read(rows, whole, basis.withDelimiter(delimiter)));
            int order = compare(other, best);
            if (order > 0) {
                best = other;
                equal = 0;
            } else if (order == 0 && other.names() > 1) {
                equal = delimiter;
            }
        }
        if (equal != 0) {
            throw Unreadable.because(
                    name + ": both " + CsvDialect.nameOf(best.dialect().delimiter()) + " and "
                            + CsvDialect.nameOf(equal) + " divide each row into " + best.names()
                            + " fields; say which with --delimiter");
        }
        return best;
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    /** More than 0 when the first is better: it divides the header at all, fits more rows, or makes more columns. */
    private static int compare(DialectSample one, DialectSample other) {
        int divides = Boolean.compare(one.names() > 1, other.names() > 1);
        if (divides != 0) {
            return divides;
        }
        int fit = Long.compare(Math.round(one.fit() * 10), Math.round(other.fit() * 10));
        return fit != 0 ? fit : Integer.compare(one.names(), other.names());
    }

    /** The rows with the way of escaping quotes that can read them. */
    private DialectSample escaped(byte[] rows, DialectSample doubled) throws IOException {
        if (wishes.backslash().isPresent()
                || !hasEscapedQuote(rows, doubled.dialect().quote())) {
            return doubled;
        }
        DialectSample backslash =
                DialectSample.read(rows, whole, doubled.dialect().withBackslash(true));
        long bad = bad(doubled);
        long badWithBackslash = bad(backslash);
        if (bad > 0 && badWithBackslash == 0) {
            return backslash;
        }
        boolean both = bad == 0 && badWithBackslash == 0 && !doubled.rows().equals(backslash.rows());
        if ((both || badWithBackslash < bad) && doubled.names() > 1) {
            throw Unreadable.because(name + ": some quotes are escaped by a backslash and some are not ("
                    + bad + " of the first rows cannot be read if a backslash is plain text, " + badWithBackslash
                    + " if it escapes); say --escape backslash or --escape double");
        }
        return doubled;
    }

    private static long bad(DialectSample sample) {
        return sample.faults() + sample.data().size() - sample.fitting();
    }

    private static boolean hasEscapedQuote(byte[] rows, int quote) {
        for (int at = 1; at < rows.length; at++) {
            if (rows[at - 1] == '\\' && rows[at] == quote) {
                return true;
            }
        }
        return false;
    }
}
