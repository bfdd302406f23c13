package org.crossaisle.io.shop;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.crossaisle.OwnerOnly;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The file with the items of a shop: gzipped JSON Lines, in the order of item numbers. */
public final class ItemFile {
    static final String NAME = "items.jsonl.gz";
    private static final JsonMapper JSON = new JsonMapper();

    private record Line(
            String id,
            String title,
            String description,
            List<List<String>> categories,
            String brand,
            @Nullable Double price,
            SortedMap<String, String> attributes,
            String image) {}

    private ItemFile() {}

    public static void write(Path data, List<Item> items) throws IOException {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(OwnerOnly.stream(data.resolve(NAME))), StandardCharsets.UTF_8))) {
            for (Item item : items) {
                out.write(JSON.writeValueAsString(new Line(
                        item.id(),
                        item.title(),
                        item.description(),
                        item.categories().stream().map(CategoryPath::levels).toList(),
                        item.brand(),
                        item.price().isPresent() ? item.price().getAsDouble() : null,
                        new TreeMap<>(item.attributes()),
                        item.image())));
                out.write('\n');
            }
        }
    }

    static List<Item> read(Path data) throws IOException {
        List<Item> items = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve(NAME))), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                Line line = JSON.readValue(text, Line.class);
                items.add(new Item(
                        line.id(),
                        line.title(),
                        line.description(),
                        line.categories().stream().map(CategoryPath::new).toList(),
                        line.brand(),
                        line.price() == null ? OptionalDouble.empty() : OptionalDouble.of(line.price()),
                        line.attributes(),
                        line.image()));
            }
        }
        return items;
    }
}
