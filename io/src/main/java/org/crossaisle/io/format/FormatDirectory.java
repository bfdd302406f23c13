package org.crossaisle.io.format;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.plan.ShopFormat;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.table.TableSource;

/** Finds the events and items of a shop among the files of a directory, by their names and by what is in them. */
public final class FormatDirectory {
    private static final List<String> TABLES = List.of("events", "items");

    private final Path directory;
    private final List<Path> files;

    private FormatDirectory(Path directory, List<Path> files) {
        this.directory = directory;
        this.files = files;
    }

    /**
     * The files of the tables "events" and "items". Several files of one name pattern are the parts of one table.
     *
     * @param format the format; empty to recognise it
     * @throws RecsException INPUT_UNREADABLE when there is no such directory, a table is not found, or the files fit
     *     several formats
     */
    public static SortedMap<String, TableSource> tables(Path directory, Optional<ShopFormat> format) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
            FormatDirectory found = new FormatDirectory(directory, files);
            return format.isPresent() ? found.of(format.get()) : found.recognised();
        } catch (IOException e) {
            throw unreadable(directory + " is not a directory that can be read: " + e.getMessage());
        }
    }

    private static RecsException unreadable(String message) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, message);
    }

    private SortedMap<String, TableSource> recognised() {
        SortedMap<String, SortedMap<String, TableSource>> byFormat = new TreeMap<>();
        for (ShopFormat format : ShopFormats.all()) {
            SortedMap<String, TableSource> tables = find(format, true);
            if (tables.keySet().containsAll(TABLES)) {
                byFormat.put(format.name(), tables);
            }
        }
        if (byFormat.size() != 1) {
            throw unreadable(directory + " holds "
                    + (byFormat.isEmpty() ? "events and items of no known format" : "files of several formats: ")
                    + String.join(", ", byFormat.keySet())
                    + "; name the format with --format, or the files with --events and --items");
        }
        return byFormat.values().iterator().next();
    }

    private SortedMap<String, TableSource> of(ShopFormat format) {
        SortedMap<String, TableSource> tables = find(format, false);
        for (String table : TABLES) {
            if (!tables.containsKey(table)) {
                String expected = format.plans(table).stream()
                        .flatMap(plan -> plan.files().stream())
                        .distinct()
                        .collect(Collectors.joining(" or "));
                throw unreadable(directory + " has no " + table + " of the format " + format.name() + ": expected "
                        + (expected.isEmpty() ? "none, since it has no such table" : expected)
                        + "; name the file with --" + table);
            }
        }
        return tables;
    }

    /** @param strictly true to take only files that have the signature of the format */
    private SortedMap<String, TableSource> find(ShopFormat format, boolean strictly) {
        SortedMap<String, TableSource> tables = new TreeMap<>();
        for (TablePlan plan : format.tables()) {
            if (!TABLES.contains(plan.table()) || tables.containsKey(plan.table())) {
                continue;
            }
            List<Path> parts = new ArrayList<>();
            for (Path file : files) {
                if (isNamed(file, plan.files())) {
                    FileSample sample = FileSample.of(TableSource.of(file));
                    boolean fits = sample.has(plan.signature())
                            || (!strictly
                                    && FormatChoice.of(format, plan.table(), sample)
                                            .filter(choice -> choice.plan().equals(plan))
                                            .isPresent());
                    if (fits) {
                        parts.add(file);
                    }
                }
            }
            if (!parts.isEmpty()) {
                tables.put(plan.table(), TableSource.of(parts.toArray(Path[]::new)));
            }
        }
        return tables;
    }

    /** Also with the suffix of a compressed file. */
    private static boolean isNamed(Path file, List<String> patterns) {
        return patterns.stream()
                .flatMap(pattern -> Stream.of(pattern, pattern + ".gz", pattern + ".zst", pattern + ".zip"))
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .anyMatch((PathMatcher matcher) -> matcher.matches(file.getFileName()));
    }
}
