package org.crossaisle.io.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledImportTest {
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path directory;

    /** What the child process runs: arguments are events, items and the directory of the shop. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            importInto(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        }
    }

    private static ImportReport importInto(Path events, Path items, Path shop) {
        return new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(events, items, Optional.empty(), shop, NOW, "", Progress.SILENT);
    }

    private Path items() throws IOException {
        return Files.writeString(directory.resolve("items.csv"), "item_id,title\nA,Tea\nB,Pot\n");
    }

    private Path events(String name, int count) throws IOException {
        Path events = directory.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(events)) {
            out.write("user_id,item_id,event,timestamp\n");
            for (int i = 0; i < count; i++) {
                out.write("u" + i % 1000 + "," + (i % 2 == 0 ? "A" : "B") + ",buy," + (1_600_000_000L + i) + "\n");
            }
        }
        return events;
    }

    private static List<String> names(Path shop) throws IOException {
        try (Stream<Path> files = Files.list(shop)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void processKilledInMidImport_leavesTheShopAsItWas_andTheNextImportClearsUp() throws Exception {
        Path items = items();
        Path shop = directory.resolve("shop");
        importInto(events("small.csv", 10), items, shop);
        String before = Files.readString(shop.resolve("shop.json"));

        Path large = events("large.csv", 3_000_000);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        large.toString(),
                        items.toString(),
                        shop.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.txt").toFile())
                .start();
        Path sorting = shop.resolve("data-2/work/events.duckdb");
        while (child.isAlive() && !Files.exists(sorting)) {
            child.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertThat(child.isAlive())
                .as(Files.readString(directory.resolve("child.txt")))
                .isTrue();
        child.destroyForcibly();
        child.waitFor();

        assertThat(names(shop)).contains("data-1", "data-2");
        assertThat(Files.readString(shop.resolve("shop.json"))).isEqualTo(before);
        assertThat(Shop.open(shop, "").dataset().interactions()).isEqualTo(10);
        importInto(directory.resolve("small.csv"), items, shop);
        assertThat(names(shop)).containsExactly("data-2", "import.lock", "shop.json");
        assertThat(names(shop.resolve("data-2")))
                .containsExactly(
                        "events.parquet",
                        "items.jsonl.gz",
                        "report.html",
                        "report.json",
                        "user-attributes.json",
                        "users.bin");
    }

    @Test
    void fullDisk_isAStorageFailure_andTheShopStays() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small-disk"));
        Assumptions.assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()), "cannot mount a tmpfs");
        try {
            Path items = items();
            Path shop = small.resolve("shop");
            importInto(events("few.csv", 10), items, shop);
            Path many = events("many.csv", 1_000_000);
            RecsException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                    RecsException.class, () -> importInto(many, items, shop));
            assertThat(failure).isNotNull();
            assertThat(failure.code()).isEqualTo(RecsException.Code.STORAGE_FAILED);
            assertThat(Shop.open(shop, "").dataset().interactions()).isEqualTo(10);
            assertThat(names(shop)).containsExactly("data-1", "import.lock", "shop.json");
        } finally {
            command("umount", small.toString());
        }
    }

    private static boolean command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        }
    }
}
