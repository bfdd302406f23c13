package org.crossaisle.io.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The salt, the users and the events of a shop are for the eyes of its owner, whatever the umask. */
final class OwnerOnlyShopTest {
    private static final String OPEN_DIRECTORY = "rwxr-xr-x";
    private static final String OPEN_FILE = "rw-r--r--";

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(directory.resolve("items.csv"), "item_id,title\nA,Tea\nB,Pot\n");
        Files.writeString(
                directory.resolve("events.csv"),
                "user_id,item_id,event,timestamp\nu,A,view,1600000000\nu,B,buy,1600009000\n");
    }

    private Path importInto(Path shop) {
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        directory.resolve("events.csv"),
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        shop,
                        Instant.parse("2024-01-01T00:00:00Z"),
                        "",
                        Progress.SILENT);
        return shop;
    }

    /** Permissions by path within a directory, itself included. */
    private static SortedMap<String, String> permissions(Path top) throws IOException {
        SortedMap<String, String> permissions = new TreeMap<>();
        try (Stream<Path> found = Files.walk(top)) {
            for (Path path : found.toList()) {
                permissions.put(
                        top.relativize(path).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return permissions;
    }

    private static void assertPrivate(Path shop, int files) throws IOException {
        SortedMap<String, String> permissions = permissions(shop);
        assertThat(permissions).hasSize(files).containsKeys("", "shop.json");
        permissions.forEach((name, permission) -> assertThat(permission)
                .as(name)
                .isEqualTo(Files.isDirectory(shop.resolve(name)) ? "rwx------" : "rw-------"));
    }

    private static void open(Path top) throws IOException {
        try (Stream<Path> found = Files.walk(top)) {
            for (Path path : found.toList()) {
                String permissions = Files.isDirectory(path) ? OPEN_DIRECTORY : OPEN_FILE;
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    @Test
    void newShop_isForItsOwnerOnly() throws IOException {
        assertPrivate(importInto(directory.resolve("shop")), 10);
    }

    @Test
    void emptyDirectoryThatWasThere_isClosedToOthers() throws IOException {
        Path shop = Files.createDirectory(directory.resolve("shop"));
        open(shop);
        assertPrivate(importInto(shop), 10);
    }

    @Test
    void shopThatWasOpenToOthers_isClosedByTheNextImport() throws IOException {
        Path shop = importInto(directory.resolve("shop"));
        open(shop);
        assertPrivate(importInto(shop), 10);
    }

    /** Whoever imports into the current directory does not want to lock others out of the rest of it. */
    @Test
    void directoryWithFilesOfOthers_staysAsItIs_andWhatIsOursInItIsClosed() throws IOException {
        Path shop = Files.createDirectory(directory.resolve("shop"));
        Files.writeString(shop.resolve("notes.txt"), "not of the shop");
        open(shop);
        SortedMap<String, String> permissions = permissions(importInto(shop));
        assertThat(permissions).containsEntry("", OPEN_DIRECTORY).containsEntry("notes.txt", OPEN_FILE);
        for (String name : List.of("shop.json", "import.lock", "data-1/users.bin", "data-1/events.parquet")) {
            assertThat(permissions).containsEntry(name, "rw-------");
        }
        assertThat(permissions).containsEntry("data-1", "rwx------");
    }
}
