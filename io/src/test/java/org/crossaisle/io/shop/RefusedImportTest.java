package org.crossaisle.io.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is refused leaves nothing where nothing was. */
final class RefusedImportTest {
    @TempDir
    Path directory;

    @BeforeEach
    void items() throws IOException {
        Files.writeString(directory.resolve("items.csv"), "item_id,title\nA,Tea\n");
        Files.writeString(directory.resolve("events.csv"), "user_id,item_id,event\nu,A,view\n");
        Files.writeString(directory.resolve("useless.csv"), "user_id,item_id,event\nu,no such item,view\n");
    }

    private void importInto(String events, Path shop) {
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        directory.resolve(events),
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        shop,
                        Instant.parse("2024-01-01T00:00:00Z"),
                        "",
                        Progress.SILENT);
    }

    private void assertRefused(String events, Path shop) {
        assertThatThrownBy(() -> importInto(events, shop)).isInstanceOf(RecsException.class);
    }

    private static List<String> names(Path shop) throws IOException {
        try (Stream<Path> files = Files.list(shop)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void newDirectory_isNotLeftBehind_andNeitherAreThoseAboveIt() {
        for (String events : List.of("nowhere.csv", "useless.csv")) {
            assertRefused(events, directory.resolve("new/deep/shop"));
            assertThat(directory.resolve("new")).doesNotExist();
        }
    }

    @Test
    void directoryThatWasThere_isLeftAsItWas() throws IOException {
        Path shop = Files.createDirectory(directory.resolve("shop"));
        assertRefused("useless.csv", shop);
        assertThat(shop).isEmptyDirectory();
        Files.writeString(shop.resolve("notes.txt"), "not of the shop");
        assertRefused("useless.csv", shop);
        assertThat(names(shop)).containsExactly("notes.txt");
    }

    @Test
    void shopThatWasThere_staysAndCanBeImportedAgain() throws IOException {
        Path shop = directory.resolve("shop");
        importInto("events.csv", shop);
        assertRefused("useless.csv", shop);
        assertThat(names(shop)).containsExactly("data-1", "import.lock", "shop.json");
        importInto("events.csv", shop);
        assertThat(names(shop)).containsExactly("data-2", "import.lock", "shop.json");
    }
}
