package org.crossaisle.io.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;

/**
 * Tables that are read as they are, without a format.
 *
 * @param files the file of each table
 */
public record PlainTables(SortedMap<String, Path> files) implements ShopTables {
    private static final String SIMULATION = "simulation.json";

    public PlainTables {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
        for (String needed : List.of("events", "items")) {
            if (!files.containsKey(needed)) {
                throw new IllegalArgumentException("there is no file of " + needed);
            }
        }
    }

    @Override
    public boolean has(String table) {
        return files.containsKey(table);
    }

    @Override
    public RowReader open(String table) {
        Path file = files.get(table);
        if (file == null) {
            throw new IllegalArgumentException("there is no table " + table);
        }
        return TableFile.open(file);
    }

    @Override
    public List<String> notes(String table) {
        return List.of();
    }

    @Override
    public String itemId(String name) {
        return name;
    }

    @Override
    public boolean simulated() {
        Path events = files.get("events");
        return events != null && Files.isRegularFile(events.resolveSibling(SIMULATION));
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>();
    }
}
