package org.crossaisle.io.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crossaisle.io.table.input.SourceParts;

/**
 * What a table is read from: files, directories of parts, patterns such as {@code events-*.csv}, members of zip files
 * ({@code export.zip!events.csv}), or {@code -} for standard input. Several are the parts of one table. Or a
 * database, {@code jdbc:postgresql://host/shop}, which is read with {@link TableOptions#query()}. A name is taken
 * literally if there is such a file, whatever characters it contains.
 *
 * @param names at least one
 */
public record TableSource(List<String> names) {
    public TableSource {
        names = List.copyOf(names);
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a table needs the name of a file, found " + names);
        }
    }

    /** What a user names. */
    public static TableSource named(String... names) {
        return new TableSource(Arrays.asList(names));
    }

    /** Files or directories. */
    public static TableSource of(Path... paths) {
        return new TableSource(Stream.of(paths)
                .map(path -> path.toString().equals(SourceParts.STANDARD_INPUT) ? "./-" : path.toString())
                .toList());
    }

    /** True when standard input is one of the parts. */
    public boolean hasStandardInput() {
        return names.contains(SourceParts.STANDARD_INPUT);
    }
}
