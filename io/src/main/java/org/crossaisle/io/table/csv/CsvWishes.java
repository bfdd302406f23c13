package org.crossaisle.io.table.csv;

import java.util.Optional;

/**
 * What the user says about a CSV file; the rest is judged from its rows.
 *
 * @param backslash true when a backslash escapes quotes, false when they are doubled
 * @param quote the quote, or {@link CsvDialect#NO_QUOTE}
 * @param header false when the first row is data
 */
public record CsvWishes(
        Optional<Byte> delimiter, Optional<Integer> quote, Optional<Boolean> backslash, boolean header) {}
