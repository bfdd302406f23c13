package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;

/** What is read from a table, as text to compare with. */
final class TableText {
    private TableText() {}

    static List<String> rows(Path file) {
        return rows(TableSource.of(file), TableOptions.DEFAULTS);
    }

    static List<String> rows(Path file, TableOptions options) {
        return rows(TableSource.of(file), options);
    }

    /** Each row as its place and its fields, or its place and its fault. */
    static List<String> rows(TableSource source, TableOptions options) {
        List<String> rows = new ArrayList<>();
        try (RowReader reader = TableFile.open(source, options)) {
            while (reader.next()) {
                int columns = reader.fault().isPresent() ? 0 : reader.columns().size();
                rows.add(reader.where(reader.line()) + ": " + reader.fault().orElse("")
                        + IntStream.range(0, columns).mapToObj(reader::text).collect(Collectors.joining("·")));
            }
        }
        return rows;
    }

    static List<String> columns(Path file) {
        try (RowReader reader = TableFile.open(file)) {
            return List.copyOf(reader.columns());
        }
    }

    /** The notes after the last row. */
    static List<String> notes(TableSource source, TableOptions options) {
        try (RowReader reader = TableFile.open(source, options)) {
            while (reader.next()) {
                // to the end, where the notes are complete
            }
            return reader.notes();
        }
    }

    static List<String> notes(Path file) {
        return notes(TableSource.of(file), TableOptions.DEFAULTS);
    }

    static String failure(Path file) {
        return failure(TableSource.of(file), TableOptions.DEFAULTS);
    }

    static String failure(Path file, TableOptions options) {
        return failure(TableSource.of(file), options);
    }

    /** The message with which a table is refused, at the latest at its end. */
    static String failure(TableSource source, TableOptions options) {
        RecsException failure = catchThrowableOfType(RecsException.class, () -> rows(source, options));
        assertThat(failure).isNotNull();
        return String.valueOf(failure.getMessage());
    }
}
