package org.crossaisle.io.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory may have any name that the file system takes: none of it is read as an option, a pattern or a quote. */
final class AnyPathTest {
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new;x",
                "sh;a=b",
                "it's a \"shop\"",
                "100%41",
                "what?cache=shared&mode=memory",
                "c?journal_mode=OFF",
                "s*[ab]{a,b}",
                "user=x",
                "${HOME}#~",
                "back\\slash",
                "new\nline",
                "中文 ü"
            })
    void shop_isImportedAndOpened(String name) throws IOException, SQLException {
        Files.createDirectory(directory.resolve("sh"));
        Path place = Files.createDirectory(directory.resolve(name));
        Path items = Files.writeString(place.resolve("items.csv"), "item_id,title\nA,Tea\nB,Pot\n");
        Path events = place.resolve("events?\\;.parquet");
        parquet(events);
        Path shop = place.resolve("shop");
        for (int time = 1; time <= 2; time++) {
            ImportReport report = new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                    .run(events, items, Optional.empty(), shop, NOW, "", Progress.SILENT);
            assertThat(report.table("events").kept()).isEqualTo(3);
        }
        assertThat(Shop.open(shop, "").dataset().interactions()).isEqualTo(3);

        assertThat(names(shop)).containsExactly("data-2", "import.lock", "shop.json");
        assertThat(names(directory)).containsExactlyInAnyOrder("sh", "events.parquet", name);
        assertThat(directory.resolve("sh")).isEmptyDirectory();
    }

    private void parquet(Path file) throws SQLException, IOException {
        Path written = directory.resolve("events.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT * FROM (VALUES ('u', 'A', 'view', 1600000000), ('u', 'B', 'buy', 1600009000),"
                            + " ('v', 'B', 'buy', 1600000000)) AS t(user_id, item_id, event, timestamp)) TO '" + written
                            + "' (FORMAT parquet)");
        }
        Files.copy(written, file);
    }

    private static List<String> names(Path shop) throws IOException {
        try (Stream<Path> files = Files.list(shop)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
