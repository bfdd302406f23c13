package org.crossaisle.io.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.plan.FormatText;
import org.crossaisle.io.format.plan.JoinPlan;
import org.crossaisle.io.format.plan.ReadPlan;
import org.crossaisle.io.format.plan.ShopFormat;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.format.rows.ItemNames;
import org.crossaisle.io.format.rows.PlannedTable;
import org.crossaisle.io.format.rows.RemarkedRows;
import org.crossaisle.io.ingest.PlainTables;
import org.crossaisle.io.ingest.ShopTables;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.io.table.TableOptions;
import org.crossaisle.io.table.TableSource;

/**
 * The tables of a shop, each read by the plan of its format; a table whose format is not known is read as it is. For one
 * import, by one thread.
 */
public final class FormattedTables implements ShopTables {
    private static final String NO_DELIMITER = "\\u0001"; // which leaves each line as one field

    private final PlainTables files;
    private final SortedMap<String, FormatChoice> choices;
    private final Map<String, List<String>> remarks = new HashMap<>();
    private final ItemNames names = new ItemNames();

    private FormattedTables(PlainTables files, SortedMap<String, FormatChoice> choices) {
        this.files = files;
        this.choices = choices;
    }

    /** Tables that are read as they are. */
    public static FormattedTables plain(PlainTables files) {
        return new FormattedTables(files, new TreeMap<>());
    }

    /** Tables whose formats are recognised from their files. */
    public static FormattedTables detect(PlainTables files) {
        SortedMap<String, FormatChoice> choices = new TreeMap<>();
        files.sources()
                .forEach((table, source) -> FormatChoice.detect(table, FileSample.of(source))
                        .ifPresent(choice -> choices.put(table, choice)));
        return withCategories(files, choices, choice -> ShopFormats.named(choice.format()));
    }

    /**
     * Tables of a named format. A table that is not written as the format does is read as it is, and the report says so.
     *
     * @throws RecsException INPUT_UNREADABLE when none is
     */
    public static FormattedTables of(ShopFormat format, PlainTables files) {
        SortedMap<String, FormatChoice> choices = new TreeMap<>();
        Map<String, List<String>> remarks = new HashMap<>();
        Map<String, FileSample> samples = new TreeMap<>();
        files.sources().forEach((table, source) -> {
            FileSample sample = FileSample.of(source);
            samples.put(table, sample);
            Optional<FormatChoice> choice = FormatChoice.of(format, table, sample);
            choice.ifPresent(found -> choices.put(table, found));
            if (choice.isEmpty()) {
                remarks.put(
                        table, List.of("not a file of the format " + format.name() + "; read as a table of our own"));
            }
        });
        if (choices.isEmpty()) {
            throw noneFits(format, files, samples);
        }
        FormattedTables tables = withCategories(files, choices, choice -> format);
        tables.remarks.putAll(remarks);
        return tables;
    }

    private static RecsException noneFits(ShopFormat format, PlainTables files, Map<String, FileSample> samples) {
        String found = samples.entrySet().stream()
                .map(sample -> nameOf(files, sample.getKey()) + " has "
                        + (sample.getValue().columns().isEmpty()
                                ? "no columns that can be read"
                                : "the columns "
                                        + String.join(", ", sample.getValue().columns())))
                .collect(Collectors.joining("; "));
        return new RecsException(
                RecsException.Code.INPUT_UNREADABLE,
                "none of the files is of the format " + format.name() + ", which knows: " + format.describe()
                        + ". Found: " + found + ". Leave --format out to read them as tables of your own.");
    }

    private static String nameOf(PlainTables files, String table) {
        return String.join(", ", files.source(table).names());
    }

    /** Adds the table of categories that lies beside the items, if their format needs one and none was named. */
    private static FormattedTables withCategories(
            PlainTables files,
            SortedMap<String, FormatChoice> choices,
            java.util.function.Function<FormatChoice, ShopFormat> formats) {
        FormatChoice items = choices.get("items");
        if (items == null || files.has("categories")) {
            return new FormattedTables(files, choices);
        }
        for (TablePlan plan : formats.apply(items).plans("categories")) {
            Optional<Path> beside = beside(files.source("items"), plan.files());
            if (beside.isPresent()) {
                SortedMap<String, TableSource> more = new TreeMap<>(files.sources());
                more.put("categories", TableSource.of(beside.get()));
                choices.put("categories", new FormatChoice(items.format(), plan, items.detected()));
                return new FormattedTables(new PlainTables(more, files.options()), choices);
            }
        }
        return new FormattedTables(files, choices);
    }

    /** The first file in the directory of a table whose name fits one of the patterns, in their order. */
    private static Optional<Path> beside(TableSource source, List<String> patterns) {
        Path directory = directory(source);
        for (String pattern : patterns) {
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern)) {
                entries.forEach(entry -> {
                    if (Files.isRegularFile(entry)) {
                        found.add(entry);
                    }
                });
            } catch (IOException e) {
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE, directory + " cannot be read: " + e.getMessage(), e);
            }
            if (!found.isEmpty()) {
                return found.stream().sorted().findFirst();
            }
        }
        return Optional.empty();
    }

    private static Path directory(TableSource source) {
        Path file = Path.of(source.names().get(0).replaceFirst("!.*", "")).toAbsolutePath();
        Path parent = file.getParent();
        return Files.isDirectory(file) || parent == null ? file : parent;
    }

    /** The format as it was used, with the plans of the tables; empty when every table was read as it is. */
    public Optional<ShopFormat> used() {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        String name =
                choices.values().stream().map(FormatChoice::format).distinct().collect(Collectors.joining("-"));
        List<String> documentation = choices.values().stream()
                .flatMap(choice -> ShopFormats.NAMES.contains(choice.format())
                        ? Stream.of(ShopFormats.named(choice.format()).documentation())
                        : Stream.empty())
                .distinct()
                .toList();
        return Optional.of(new ShopFormat(
                name,
                String.join("; ", documentation),
                choices.values().stream().map(FormatChoice::plan).toList()));
    }

    /** The formats in one line for the report: "events ga4 (detected), items google-merchant (detected)". */
    public String describe() {
        Map<String, List<String>> tables = new TreeMap<>();
        choices.forEach((table, choice) -> tables.computeIfAbsent(
                        choice.format() + (choice.detected() ? " (detected)" : ""), unseen -> new ArrayList<>())
                .add(table));
        return tables.entrySet().stream()
                .map(format -> format.getKey() + " for " + String.join(", ", format.getValue()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public boolean has(String table) {
        return files.has(table);
    }

    @Override
    public RowReader open(String table) {
        FormatChoice choice = choices.get(table);
        if (choice == null) {
            return new RemarkedRows(files.open(table), remarks.getOrDefault(table, List.of()));
        }
        TableSource source = files.source(table);
        RowReader rows = open(source, choice.plan().read());
        return PlannedTable.of(rows, choice.plan(), join -> side(source, choice, join), names);
    }

    /** Opens a table as a plan says; what it leaves open is as for other tables. */
    private RowReader open(TableSource source, ReadPlan read) {
        TableOptions options = files.options();
        if (!read.delimiter().isEmpty()) {
            options = options.withDelimiter(read.isSplit() ? NO_DELIMITER : read.delimiter());
        }
        if (!read.quote().isEmpty()) {
            options = options.withQuote(read.quote());
        }
        if (!read.encoding().isEmpty() && options.encoding().isEmpty()) {
            options = options.withEncoding(read.encoding());
        }
        if (!read.header().isEmpty()) {
            options = options.withNoHeader(true);
        }
        if (!read.unnest().isEmpty()) {
            options = options.withUnnest(read.unnest());
        }
        return TableFile.open(source, options);
    }

    private Optional<RowReader> side(TableSource source, FormatChoice choice, JoinPlan join) {
        Optional<Path> found = beside(source, join.files());
        if (found.isEmpty() && !join.optional()) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    String.join(", ", source.names()) + " is read as "
                            + choice.plan().description() + ", which needs "
                            + join.files().get(0).replace("*", "") + " beside it for "
                            + String.join(", ", join.columns().values()) + "; found no such file in "
                            + directory(source));
        }
        return found.map(path -> open(TableSource.of(path), join.read()));
    }

    @Override
    public boolean isOurs(String table) {
        return choices.containsKey(table);
    }

    @Override
    public String itemId(String name) {
        return names.id(name);
    }

    @Override
    public boolean simulated() {
        return files.simulated();
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        used().ifPresent(format -> settings.put("format", FormatText.of(format)));
        return settings;
    }
}
