package org.crossaisle.io.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.explain.CategoryBridges;
import org.crossaisle.explain.Reason.CategoryBridge;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.crossaisle.io.shop.ImportSettings;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.shop.ShopImport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What affinities.csv says drives a simulated shop is found again in its events by the bridges between categories. */
class PlantedAffinitiesTest {
    private static final int ENOUGH_CUSTOMERS = 30;

    /** A line of affinities.csv. */
    private record Planted(String from, String to, double lagDays, double lagDeviationDays) {
        String pair() {
            return from + " -> " + to;
        }
    }

    @TempDir
    static Path directory;

    private static final List<Planted> PLANTED = new ArrayList<>();
    private static final Set<String> PLANTED_PAIRS = new HashSet<>();
    private static List<CategoryBridge> ofEvents = List.of(); // best lift first
    private static List<CategoryBridge> ofPurchases = List.of();

    @BeforeAll
    static void simulateAndImport() throws IOException {
        new ShopSimulator(new SimulationSettings(4_000, 600, 120_000, 1, SimulationSettings.Language.ENGLISH, false))
                .write(directory, Progress.SILENT);
        for (String line : Files.readAllLines(directory.resolve("affinities.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            PLANTED.add(new Planted(cells[0], cells[1], Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
        }
        PLANTED.forEach(planted -> PLANTED_PAIRS.add(planted.pair()));
        Path shop = directory.resolve("shop");
        new ShopImport(ImportSettings.DEFAULTS)
                .run(
                        directory.resolve("events.csv"),
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        shop,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "",
                        Progress.SILENT);
        Dataset events = Shop.open(shop, "").dataset();
        ofEvents = bridges(events);
        ofPurchases = bridges(purchases(events));
    }

    private static Dataset purchases(Dataset events) {
        DatasetBuilder builder = new DatasetBuilder(events.catalog());
        for (int user = 0; user < events.users(); user++) {
            builder.startUser();
            History history = events.history(user);
            for (int position = 0; position < history.size(); position++) {
                if (history.action(position) == Action.PURCHASE) {
                    builder.add(history.item(position), history.time(position), Action.PURCHASE);
                }
            }
        }
        return builder.build();
    }

    private static List<CategoryBridge> bridges(Dataset data) {
        CategoryLevel level = new CategoryLevel(data.catalog(), 2, data.knownItems(), 1);
        CategoryBridges bridges = new CategoryBridges(data, level);
        int[] categories = IntStream.range(0, data.catalog().size())
                .flatMap(item -> IntStream.of(level.of(item)))
                .distinct()
                .toArray();
        List<CategoryBridge> all = new ArrayList<>();
        for (int from : categories) {
            for (int to : categories) {
                if (from != to) {
                    bridges.bridge(from, to).ifPresent(all::add);
                }
            }
        }
        all.sort(Comparator.comparingDouble(bridge -> -bridge.lift()));
        return all;
    }

    private static String pair(CategoryBridge bridge) {
        return bridge.from() + " -> " + bridge.to();
    }

    private static CategoryBridge bridge(List<CategoryBridge> bridges, Planted planted) {
        return bridges.stream()
                .filter(bridge -> pair(bridge).equals(planted.pair()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody goes " + planted.pair()));
    }

    @Test
    void everyPlantedPair_isGoneOverMoreOftenThanByChance() {
        assertThat(PLANTED).hasSize(26);
        for (Planted planted : PLANTED) {
            assertThat(bridge(ofEvents, planted).lift()).as(planted.pair()).isGreaterThan(2);
            assertThat(bridge(ofPurchases, planted).lift()).as(planted.pair()).isGreaterThan(4);
        }
    }

    @Test
    void pairsThatWereNotPlanted_areGoneOverByChance() {
        double[] others = ofPurchases.stream()
                .filter(bridge -> !PLANTED_PAIRS.contains(pair(bridge)))
                .mapToDouble(CategoryBridge::lift)
                .sorted()
                .toArray();
        assertThat(others.length).isGreaterThan(200);
        assertThat(others[others.length / 2]).isCloseTo(1, within(0.25));
    }

    /** As many of the best bridges as there are planted pairs: precision and recall are the same number. */
    @Test
    void bestBridges_areThePlantedOnes() {
        assertThat(found(ofEvents)).isGreaterThanOrEqualTo(23);
        assertThat(found(ofPurchases)).isGreaterThanOrEqualTo(24);
    }

    private static long found(List<CategoryBridge> bridges) {
        return bridges.stream()
                .limit(PLANTED.size())
                .filter(bridge -> PLANTED_PAIRS.contains(pair(bridge)))
                .count();
    }

    /** The median of n normal lags lies within 1.25 deviations / sqrt(n) of the mean; those who went by chance blur it. */
    @Test
    void lagBetweenPurchases_isThePlantedOne() {
        int compared = 0;
        for (Planted planted : PLANTED) {
            CategoryBridge bridge = bridge(ofPurchases, planted);
            if (bridge.users() >= ENOUGH_CUSTOMERS) {
                assertThat((double) bridge.lagDays().orElseThrow())
                        .as(planted.pair())
                        .isCloseTo(planted.lagDays(), within(1 + planted.lagDeviationDays() / 2));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(24);
    }
}
