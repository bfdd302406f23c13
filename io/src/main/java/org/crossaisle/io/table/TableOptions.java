package org.crossaisle.io.table;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.Setting;
import org.crossaisle.io.table.csv.CsvDialect;
import org.crossaisle.io.table.csv.CsvWishes;

/**
 * How a table is read. What is empty is detected, or the reading is refused where it cannot be known.
 *
 * @param encoding name of the encoding of a text
 * @param delimiter between the fields of CSV: one character, {@code tab}, or an escape such as {@code \}{@code u0001}
 * @param quote that fields of CSV may be enclosed in: one character, or {@code none}
 * @param escape of a quote in CSV: {@code double} or {@code backslash}
 * @param noHeader true when the first row of CSV or of a sheet is data; the columns are column1, column2, ...
 * @param unnest a column of lists in JSON or Parquet: each element becomes a row
 * @param query the SELECT whose rows are the table, when it is read from a database
 */
public record TableOptions(
        String encoding, String delimiter, String quote, String escape, boolean noHeader, String unnest, String query) {
    public static final String ENCODING_HELP = "Encoding of text files, such as GB18030 or windows-1252.";
    public static final String DELIMITER_HELP = "What stands between fields: a character, tab, or \\u0001.";
    public static final String QUOTE_HELP = "What encloses fields that contain a delimiter: a character, or none.";
    public static final String ESCAPE_HELP = "How a quote within a field is written: double or backslash.";
    public static final String NO_HEADER_HELP = "The first row is data; the columns are called column1, column2, ...";
    public static final String UNNEST_HELP = "A column of lists in JSON or Parquet; each element becomes a row.";
    public static final String QUERY_HELP = "The SELECT whose rows are the table, when a database is named.";

    private static final String DETECTED = "detected where it is certain";

    /** The settings, each with its default, bound and help. */
    public static final List<Setting> ALL = List.of(
            new Setting("encoding", "", "an encoding; " + DETECTED, ENCODING_HELP),
            new Setting("delimiter", "", "one character; " + DETECTED, DELIMITER_HELP),
            new Setting("quote", "", "one character, or none; a double quote otherwise", QUOTE_HELP),
            new Setting("escape", "", "double or backslash; " + DETECTED, ESCAPE_HELP),
            new Setting("noHeader", "", "nothing, or a table; without it there is a header", NO_HEADER_HELP),
            new Setting("unnest", "", "name of a column", UNNEST_HELP),
            new Setting("query", "", "one SELECT", QUERY_HELP));

    public static final TableOptions DEFAULTS = new TableOptions("", "", "", "", false, "", "");

    private static final String NONE = "none";
    private static final String DOUBLE = "double";
    private static final String BACKSLASH = "backslash";

    public TableOptions {
        if (!delimiter.isEmpty()) {
            character("delimiter", delimiter);
        }
        if (!quote.isEmpty() && !quote.equals(NONE)) {
            character("quote", quote);
        }
        if (!escape.isEmpty() && !escape.equals(DOUBLE) && !escape.equals(BACKSLASH)) {
            throw misuse("escape is \"" + escape + "\", expected double or backslash");
        }
    }

    public TableOptions withEncoding(String other) {
        return new TableOptions(other, delimiter, quote, escape, noHeader, unnest, query);
    }

    public TableOptions withDelimiter(String other) {
        return new TableOptions(encoding, other, quote, escape, noHeader, unnest, query);
    }

    public TableOptions withQuote(String other) {
        return new TableOptions(encoding, delimiter, other, escape, noHeader, unnest, query);
    }

    public TableOptions withEscape(String other) {
        return new TableOptions(encoding, delimiter, quote, other, noHeader, unnest, query);
    }

    public TableOptions withNoHeader(boolean other) {
        return new TableOptions(encoding, delimiter, quote, escape, other, unnest, query);
    }

    public TableOptions withUnnest(String other) {
        return new TableOptions(encoding, delimiter, quote, escape, noHeader, other, query);
    }

    public TableOptions withQuery(String other) {
        return new TableOptions(encoding, delimiter, quote, escape, noHeader, unnest, other);
    }

    /** With one setting changed, by its name. */
    public TableOptions with(String name, String value) {
        return switch (name) {
            case "encoding" -> withEncoding(value);
            case "delimiter" -> withDelimiter(value);
            case "quote" -> withQuote(value);
            case "escape" -> withEscape(value);
            case "noHeader" -> {
                if (!value.equals("true")) {
                    throw misuse("noHeader is \"" + value + "\", expected nothing or the name of a table");
                }
                yield withNoHeader(true);
            }
            case "unnest" -> withUnnest(value);
            case "query" -> withQuery(value);
            default -> throw misuse("there is no setting " + name + " of a table");
        };
    }

    /** The settings that differ from their defaults, by name. */
    public SortedMap<String, String> asText() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put("encoding", encoding);
        text.put("delimiter", delimiter);
        text.put("quote", quote);
        text.put("escape", escape);
        text.put("noHeader", noHeader ? "true" : "");
        text.put("unnest", unnest);
        text.put("query", query);
        text.values().removeIf(String::isEmpty);
        return Collections.unmodifiableSortedMap(text);
    }

    CsvWishes csv() {
        return new CsvWishes(
                delimiter.isEmpty() ? Optional.empty() : Optional.of(character("delimiter", delimiter)),
                quote.isEmpty()
                        ? Optional.empty()
                        : Optional.of(quote.equals(NONE) ? CsvDialect.NO_QUOTE : (int) character("quote", quote)),
                escape.isEmpty() ? Optional.empty() : Optional.of(escape.equals(BACKSLASH)),
                !noHeader);
    }

    private static byte character(String name, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        int character = text.length() == 1 ? text.charAt(0) : -1;
        if (plain.equals("tab") || plain.equals("\\t")) {
            character = '\t';
        } else if (plain.matches("\\\\u[0-9a-f]{4}")) {
            character = Integer.parseInt(plain.substring(2), 16);
        }
        if (character <= 0 || character >= 0x80 || character == '\n' || character == '\r') {
            throw misuse(
                    name + " is \"" + text + "\", expected one ASCII character, tab, or an escape such as \\u0001");
        }
        return (byte) character;
    }

    private static RecsException misuse(String message) {
        return new RecsException(RecsException.Code.SETTING_INVALID, message);
    }
}
