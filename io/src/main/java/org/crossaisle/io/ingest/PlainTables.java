package org.crossaisle.io.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.io.table.TableOptions;
import org.crossaisle.io.table.TableSource;

/**
 * Tables that are read as they are, without a format.
 *
 * @param sources what each table is read from
 * @param options how they are read
 */
public record PlainTables(SortedMap<String, TableSource> sources, TableOptions options) implements ShopTables {
    private static final String SIMULATION = "simulation.json";

    public PlainTables {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        for (String needed : List.of("events", "items")) {
            if (!sources.containsKey(needed)) {
                throw new IllegalArgumentException("there is no file of " + needed);
            }
        }
    }

    /** One file for each table. */
    public static PlainTables of(Map<String, Path> files) {
        SortedMap<String, TableSource> sources = new TreeMap<>();
        files.forEach((table, file) -> sources.put(table, TableSource.of(file)));
        return new PlainTables(sources, TableOptions.DEFAULTS);
    }

    @Override
    public boolean has(String table) {
        return sources.containsKey(table);
    }

    @Override
    public RowReader open(String table) {
        return TableFile.open(source(table), options);
    }

    /**
     * What a table is read from.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    public TableSource source(String table) {
        TableSource source = sources.get(table);
        if (source == null) {
            throw new IllegalArgumentException("there is no table " + table);
        }
        return source;
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
        return source("events").names().stream()
                .anyMatch(name -> Files.isRegularFile(Path.of(name).resolveSibling(SIMULATION)));
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>();
    }
}
