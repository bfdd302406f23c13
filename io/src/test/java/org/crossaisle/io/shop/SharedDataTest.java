package org.crossaisle.io.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.crossaisle.Progress;
import org.crossaisle.history.History;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports the development data sets where they are at hand: CROSSAISLE_DATA, or shared/data beside a directory above.
 */
final class SharedDataTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path shop;

    static Path data(String name) {
        String given = System.getenv("CROSSAISLE_DATA");
        if (given != null) {
            return present(Path.of(given, name));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return present(Path.of("shared/data", name));
    }

    private static Path present(Path directory) {
        Assumptions.assumeTrue(Files.isDirectory(directory), directory + " is not at hand");
        return directory;
    }

    private ImportReport importFrom(Path data) {
        return new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        data.resolve("events.csv.gz"),
                        data.resolve("items.csv.gz"),
                        Optional.empty(),
                        shop,
                        NOW,
                        "",
                        Progress.SILENT);
    }

    @Test
    void beauty_hasItsPublishedSize_andTheOrderOfTheFile() throws IOException {
        comparesInOrder(data("amazon-beauty"), 22_363, 12_101, 198_502);
    }

    @Test
    void toysWithTimesThatGoBack_hasItsPublishedSize_andTheOrderOfTheFile() throws IOException {
        comparesInOrder(data("amazon-toys"), 19_412, 11_924, 167_597);
    }

    @Test
    void sportsWithoutTimes_hasItsPublishedSize_andTheOrderOfTheFile() throws IOException {
        comparesInOrder(data("amazon-sports"), 35_598, 18_357, 296_337);
    }

    /** Reads the events once more in the plainest way: user and item are the first two fields, without quotes. */
    private void comparesInOrder(Path data, int users, int items, int interactions) throws IOException {
        ImportReport report = importFrom(data);
        assertThat(report.interactions()).isEqualTo(interactions);
        Shop opened = Shop.open(shop, "");
        assertThat(opened.dataset().users()).isEqualTo(users);
        assertThat(opened.catalog().size()).isEqualTo(items);
        Map<String, List<String>> expected = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve("events.csv.gz"))), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(",", 3);
                expected.computeIfAbsent(fields[0], none -> new ArrayList<>()).add(fields[1]);
            }
        }
        int compared = 0;
        for (Map.Entry<String, List<String>> user : expected.entrySet()) {
            History history =
                    opened.dataset().history(opened.userNumber(user.getKey()).orElseThrow());
            List<String> ids = new ArrayList<>();
            for (int position = 0; position < history.size(); position++) {
                ids.add(opened.catalog().item(history.item(position)).id());
            }
            assertThat(ids).as("history of user %s", user.getKey()).isEqualTo(user.getValue());
            compared += ids.size();
        }
        assertThat(compared).isEqualTo(interactions);
    }

    @Test
    void grocery_keepsBasketsPricesAndDepartments() {
        ImportReport report = importFrom(data("grocery-households"));
        assertThat(report.table("events").rows()).isEqualTo(100_000);
        assertThat(report.events()).isEqualTo(report.interactions() + report.collapsed() + report.returns());
        Shop opened = Shop.open(shop, "");
        assertThat(opened.catalog().categories().departments()).isEqualTo(27);
        assertThat(opened.catalog().item(0).price()).isPresent();
    }
}
