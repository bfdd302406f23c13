package org.crossaisle.io.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.io.table.TableOptions;
import org.crossaisle.io.table.TableSource;

/**
 * The tables of a shop: what each is read from, and how. They are read as they are, without a format.
 *
 * @param users a table of users, of which only the chosen columns are kept
 * @param categories a table of category ids, for items that refer to a category by id
 * @param options how each table is read, by its name; the defaults for those that are absent
 */
public record ShopFiles(
        TableSource events,
        TableSource items,
        Optional<TableSource> users,
        Optional<TableSource> categories,
        SortedMap<String, TableOptions> options)
        implements ShopTables {
    private static final List<String> TABLES = List.of("events", "items", "users", "categories");
    private static final String SIMULATION = "simulation.json";
    private static final String SWITCH = "noHeader"; // its value is only the name of a table

    public ShopFiles {
        List<TableSource> all = new ArrayList<>(List.of(events, items));
        users.ifPresent(all::add);
        categories.ifPresent(all::add);
        if (all.stream().filter(TableSource::hasStandardInput).count() > 1) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "only one table can be read from standard input, the others need names of files");
        }
        options = new TreeMap<>(options);
    }

    /** Files that are read as they are detected. */
    public static ShopFiles of(Path events, Path items, Optional<Path> users) {
        return new ShopFiles(
                TableSource.of(events),
                TableSource.of(items),
                users.map(TableSource::of),
                Optional.empty(),
                new TreeMap<>());
    }

    /**
     * How each table is read, from options as the user writes them: {@code ;} applies to all tables,
     * {@code events=;} to one, which goes before.
     *
     * @param given the values of each setting of {@link TableOptions#ALL}, by its name
     * @throws RecsException SETTING_INVALID when a setting has no such value
     */
    public static SortedMap<String, TableOptions> options(Map<String, List<String>> given) {
        SortedMap<String, TableOptions> options = new TreeMap<>();
        TABLES.forEach(table -> options.put(table, TableOptions.DEFAULTS));
        given.forEach((setting, words) -> {
            List<String> values = words.stream()
                    .map(word -> setting.equals(SWITCH) && TABLES.contains(word) ? word + "=true" : word)
                    .toList();
            values.stream()
                    .filter(value -> tableOf(value).isEmpty())
                    .forEach(value -> options.replaceAll((table, before) -> before.with(setting, value)));
            values.forEach(value -> tableOf(value)
                    .ifPresent(table -> options.computeIfPresent(
                            table, (name, before) -> before.with(setting, value.substring(table.length() + 1)))));
        });
        return options;
    }

    private static Optional<String> tableOf(String value) {
        return TABLES.stream().filter(table -> value.startsWith(table + "=")).findFirst();
    }

    /** The same with a table of categories. */
    public ShopFiles withCategories(TableSource other) {
        return new ShopFiles(events, items, users, Optional.of(other), options);
    }

    /** What each table is read from, by its name. */
    public SortedMap<String, TableSource> sources() {
        SortedMap<String, TableSource> sources = new TreeMap<>(Map.of("events", events, "items", items));
        users.ifPresent(source -> sources.put("users", source));
        categories.ifPresent(source -> sources.put("categories", source));
        return sources;
    }

    /**
     * What a table is read from.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    public TableSource source(String table) {
        TableSource source = sources().get(table);
        if (source == null) {
            throw new IllegalArgumentException("there is no table " + table);
        }
        return source;
    }

    @Override
    public boolean has(String table) {
        return sources().containsKey(table);
    }

    @Override
    public RowReader open(String table) {
        return TableFile.open(source(table), options(table));
    }

    @Override
    public boolean readsOnce(String table) {
        return source(table).hasStandardInput();
    }

    @Override
    public boolean isOurs(String table) {
        return false;
    }

    @Override
    public String itemId(String name) {
        return name;
    }

    @Override
    public boolean simulated() {
        return besideEvents(SIMULATION).filter(Files::isRegularFile).isPresent();
    }

    /** How a table is read. */
    public TableOptions options(String table) {
        return options.getOrDefault(table, TableOptions.DEFAULTS);
    }

    /** The options that differ from their defaults, such as {@code events.delimiter}. */
    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> text = new TreeMap<>();
        options.forEach((table, options) ->
                options.asText().forEach((setting, value) -> text.put(table + "." + setting, value)));
        return text;
    }

    /** A file beside that of the events; empty when the events are not one file or directory. */
    Optional<Path> besideEvents(String name) {
        return events.names().size() > 1 || events.hasStandardInput()
                ? Optional.empty()
                : Optional.of(Path.of(events.names().get(0)).resolveSibling(name));
    }
}
