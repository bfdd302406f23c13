package org.crossaisle.io.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.crossaisle.io.format.plan.ShopFormat;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.PlainTables;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.Shop;

/** Files of a format in a directory, and the shop that the import makes of them. */
final class ImportedFiles {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Path directory;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private ImportSettings settings = ImportSettings.DEFAULTS.acceptingAll();

    ImportedFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes a file that the import finds by itself. */
    ImportedFiles beside(String name, String... lines) {
        try {
            Files.write(directory.resolve(name), Arrays.asList(lines));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a file that the import is given as a table. */
    ImportedFiles file(String table, String name, String... lines) {
        files.put(table, directory.resolve(name));
        return beside(name, lines);
    }

    /** Gives a file that was written already as a further table. */
    ImportedFiles also(String table, String name) {
        files.put(table, directory.resolve(name));
        return this;
    }

    ImportedFiles with(ImportSettings other) {
        settings = other;
        return this;
    }

    PlainTables tables() {
        return PlainTables.of(files);
    }

    Imported detected() {
        return run(FormattedTables.detect(tables()));
    }

    Imported as(String format) {
        return run(FormattedTables.of(ShopFormats.named(format), tables()));
    }

    Imported as(ShopFormat format) {
        return run(FormattedTables.of(format, tables()));
    }

    private Imported run(FormattedTables tables) {
        Path shop = directory.resolve("shop");
        ImportReport report = new ShopImport(settings).run(tables, shop, NOW, "secret", Progress.SILENT);
        return new Imported(Shop.open(shop, "secret"), report, tables);
    }

    /** What came out, as short texts. */
    record Imported(Shop shop, ImportReport report, FormattedTables tables) {
        /** Each item as {@code id|title|paths|brand|price}. */
        List<String> items() {
            List<String> items = new ArrayList<>();
            for (int number = 0; number < shop.catalog().size(); number++) {
                items.add(text(shop.catalog().item(number)));
            }
            return items;
        }

        private static String text(Item item) {
            return String.join(
                    "|",
                    item.id(),
                    item.title(),
                    item.categories().stream().map(CategoryPath::toString).collect(Collectors.joining(" & ")),
                    item.brand(),
                    item.price().isPresent() ? String.valueOf(item.price().getAsDouble()) : "");
        }

        /** The interactions of a user as {@code item action}, with their times in seconds where they have any. */
        List<String> events(String user) {
            History history = shop.dataset().history(shop.userNumber(user).orElseThrow());
            return IntStream.range(0, history.size())
                    .mapToObj(at -> shop.catalog().item(history.item(at)).id() + " "
                            + history.action(at).name().toLowerCase(java.util.Locale.ROOT)
                            + history.instant(at).map(time -> " " + time).orElse(""))
                    .toList();
        }

        Map<String, String> attributes(String id) {
            return shop.catalog().item(shop.catalog().requireNumber(id)).attributes();
        }
    }
}
