package org.crossaisle.cli.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes CSV that is safe to open in a spreadsheet. A cell that would be a formula gets a leading apostrophe, which
 * makes it text; numbers stay numbers. In raw mode cells are written unchanged, for programs.
 *
 * <p>Source: OWASP, CSV Injection. All CSV for people is written by this class.
 */
public final class SpreadsheetCsv implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /**
     * Matches the start of a formula, including full-width characters. Some spreadsheets skip white space before it.
     */
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\t\\r\\n].*|\\s*[=+@\\-＝＋－＠].*");

    /**
     * Quotes cells with a semicolon or tab. A semicolon separates cells where the decimal separator is a comma, so a
     * formula could begin after it.
     */
    private static final QuoteStrategy SEPARATORS = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private final CsvWriter csv;
    private final boolean raw;

    private SpreadsheetCsv(Writer out, boolean raw) {
        // Line feeds alone: the terminal shows every other control character as an escape.
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
        csv = (raw ? builder : builder.quoteStrategy(SEPARATORS)).build(out);
        this.raw = raw;
    }

    /**
     * Writes CSV.
     *
     * @param raw whether cells are written as they are
     */
    public static SpreadsheetCsv to(Writer out, boolean raw) {
        return new SpreadsheetCsv(out, raw);
    }

    /**
     * Writes CSV into a file.
     *
     * @param raw whether cells are written as they are
     */
    public static SpreadsheetCsv to(Path file, boolean raw) throws IOException {
        return new SpreadsheetCsv(Files.newBufferedWriter(file, StandardCharsets.UTF_8), raw);
    }

    public void row(String... cells) {
        csv.writeRecord(
                raw ? cells : Arrays.stream(cells).map(SpreadsheetCsv::text).toArray(String[]::new));
    }

    /** A cell in a form that a spreadsheet shows but does not evaluate. */
    static String text(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
