package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.Shop;

/** Tables of a test, and the shop they become. */
final class ImportedTables {
    static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    private final Path directory;
    private String events = "events.csv";
    private String items = "items.csv";
    private ImportSettings settings = ImportSettings.DEFAULTS.acceptingAll();

    ImportedTables(Path directory) throws IOException {
        this.directory = directory;
        items("item_id,title,category_path", "A,Rope,Sport>Climbing", "B,Lantern,Garden>Light", "C,Bowl,Kitchen>Bowls");
        events("user_id,item_id,event,timestamp", "u,A,view,2024-01-02 03:04:05", "u,B,cart,2024-01-03 03:04:05");
    }

    ImportedTables with(ImportSettings other) {
        settings = other;
        return this;
    }

    ImportSettings settings() {
        return settings;
    }

    Path write(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    /** Events as CSV, the header first; as JSON Lines if the first line begins with a brace. */
    ImportedTables events(String... lines) throws IOException {
        events = lines[0].startsWith("{") ? "events.jsonl" : "events.csv";
        write(events, lines);
        return this;
    }

    ImportedTables items(String... lines) throws IOException {
        items = lines[0].startsWith("{") ? "items.jsonl" : "items.csv";
        write(items, lines);
        return this;
    }

    ImportReport run() {
        return new ShopImport(settings)
                .run(
                        directory.resolve(events),
                        directory.resolve(items),
                        Optional.empty(),
                        directory.resolve("shop"),
                        NOW,
                        "",
                        Progress.SILENT);
    }

    RecsException refusal() {
        RecsException refusal = catchThrowableOfType(RecsException.class, this::run);
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    Shop shop() {
        return Shop.open(directory.resolve("shop"), "");
    }

    History history(String user) {
        Shop shop = shop();
        return shop.dataset().history(shop.userNumber(user).orElseThrow());
    }

    /** The times of a user's interactions, in order. */
    List<String> times(String user) {
        History history = history(user);
        return IntStream.range(0, history.size())
                .mapToObj(position ->
                        Instant.ofEpochSecond(history.time(position)).toString())
                .toList();
    }

    Item item(String id) {
        Shop shop = shop();
        return shop.catalog().item(shop.catalog().number(id).orElseThrow());
    }

    /** The category paths of an item, in order. */
    List<String> paths(String id) {
        List<String> paths = new ArrayList<>();
        for (CategoryPath path : item(id).categories()) {
            paths.add(path.toString());
        }
        return paths;
    }
}
