package org.crossaisle.io.table.csv;

import java.util.List;

/**
 * What the first rows of a CSV file show about it.
 *
 * @param dialect delimiter, quote and escape
 * @param separatorLine true when the first line is {@code sep=;}, which is not the header
 * @param extra how many empty fields a row may have after the last column
 * @param notes what was found, for the report
 */
public record CsvForm(CsvDialect dialect, boolean separatorLine, int extra, List<String> notes) {
    public CsvForm {
        notes = List.copyOf(notes);
    }
}
