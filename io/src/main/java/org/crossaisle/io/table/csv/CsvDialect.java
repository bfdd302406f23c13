package org.crossaisle.io.table.csv;

/**
 * The form of a CSV file.
 *
 * @param delimiter what stands between fields
 * @param quote what fields may be enclosed in, or {@link #NO_QUOTE}
 * @param backslash true when a backslash escapes a quote, false when quotes are doubled
 */
public record CsvDialect(byte delimiter, int quote, boolean backslash) {
    /** Stands for a quote in files without quotes; no byte is equal to it. */
    public static final int NO_QUOTE = 256;

    /** Commas and doubled quotes. */
    public static final CsvDialect RFC_4180 = new CsvDialect((byte) ',', '"', false);

    CsvDialect withDelimiter(byte other) {
        return new CsvDialect(other, quote, backslash);
    }

    CsvDialect withBackslash(boolean other) {
        return new CsvDialect(delimiter, quote, other);
    }

    /** The delimiter in words. */
    static String nameOf(byte delimiter) {
        return switch (delimiter) {
            case '\t' -> "tab";
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '|' -> "pipe";
            default -> delimiter > ' ' ? "\"" + (char) delimiter + "\"" : String.format("\\u%04x", (int) delimiter);
        };
    }
}
