package org.crossaisle.io.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.affinity.CategoryNode;
import org.crossaisle.affinity.Direction;
import org.crossaisle.affinity.Seasonality;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What affinities.csv says drives a simulated shop is found again in its events by the category graph. */
class PlantedAffinitiesTest {

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
    private static final Map<String, Integer> PEAKS = new HashMap<>(); // 0: no season
    private static final List<Affinity> ALL = new ArrayList<>(); // best first
    private static final List<CategoryGraph> ofPurchases = new ArrayList<>(); // one
    private static List<CategoryNode> nodesOfViews = List.of();

    @BeforeAll
    static void simulateAndImport() throws IOException {
        new ShopSimulator(new SimulationSettings(4_000, 600, 120_000, 1, SimulationSettings.Language.ENGLISH, false))
                .write(directory, Progress.SILENT);
        for (String[] cells : rows("affinities.csv")) {
            PLANTED.add(new Planted(cells[0], cells[1], Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
        }
        PLANTED.forEach(planted -> PLANTED_PAIRS.add(planted.pair()));
        for (String[] cells : rows("seasons.csv")) {
            PEAKS.put(cells[0], cells[1].isEmpty() ? 0 : Integer.parseInt(cells[1]));
        }
        Path shop = directory.resolve("shop");
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        directory.resolve("events.csv"),
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        shop,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "",
                        Progress.SILENT);
        Dataset data = Shop.open(shop, "").dataset();
        CategoryLevel level = new CategoryLevel(data.catalog(), 2, data.knownItems(), 1);
        CategoryGraph graph = CategoryGraph.of(data, level, Progress.SILENT);
        ofPurchases.add(graph);
        nodesOfViews = CategoryGraph.of(views(data), level, Progress.SILENT).nodes();
        graph.nodes().forEach(node -> ALL.addAll(graph.outgoing(node.category(), Integer.MAX_VALUE)));
        ALL.sort(CategoryGraph.BEST_FIRST);
    }

    private static Dataset views(Dataset events) {
        DatasetBuilder builder = new DatasetBuilder(events.catalog());
        for (int user = 0; user < events.users(); user++) {
            builder.startUser();
            History history = events.history(user);
            for (int position = 0; position < history.size(); position++) {
                builder.add(history.item(position), history.time(position), Action.VIEW);
            }
        }
        return builder.build();
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static String pair(Affinity affinity) {
        return affinity.from() + " -> " + affinity.to();
    }

    private static Affinity affinity(Planted planted) {
        return ALL.stream()
                .filter(each -> pair(each).equals(planted.pair()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody goes " + planted.pair()));
    }

    private static CategoryGraph graph() {
        return ofPurchases.get(0);
    }

    private static boolean isFound(Affinity affinity) {
        Direction direction = affinity.direction();
        return affinity.lift().low() > 3 && direction.p() < 0.01 && direction.forward() > direction.backward();
    }

    private static boolean isPlanted(Affinity affinity) {
        return PLANTED_PAIRS.contains(pair(affinity));
    }

    /**
     * Seed 1 finds 31, all 26 planted ones among them; the others are chains of these, such as strollers to nappies.
     */
    @Test
    void plantedPairs_areThoseWithALiftAndADirection() {
        List<Affinity> found =
                ALL.stream().filter(PlantedAffinitiesTest::isFound).toList();
        long right = found.stream().filter(PlantedAffinitiesTest::isPlanted).count();
        assertThat(PLANTED).hasSize(26);
        assertThat(right / 26.0).as("recall").isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / found.size()).as("precision").isGreaterThanOrEqualTo(0.75);
    }

    /** Seed 1: 25. As many of the surest as there are planted pairs: precision and recall are the same number. */
    @Test
    void surestPairs_areThePlantedOnes() {
        long right = ALL.stream()
                .limit(PLANTED.size())
                .filter(PlantedAffinitiesTest::isPlanted)
                .count();
        assertThat(right).isGreaterThanOrEqualTo(23);
    }

    /**
     * Customers of the simulator keep to one department mostly, so that pairs of two are below chance: seed 1, a median
     * lift of .51.
     */
    @Test
    void pairsOfTwoDepartments_thatWereNotPlanted_areGoneOverNoMoreThanByChance() {
        List<Double> lifts = new ArrayList<>();
        for (CategoryNode from : graph().nodes()) {
            for (CategoryNode to : graph().nodes()) {
                boolean isPlanted = PLANTED_PAIRS.contains(from.path() + " -> " + to.path());
                if (!isPlanted && !from.path().department().equals(to.path().department())) {
                    lifts.add(graph().lift(from.category(), to.category()));
                }
            }
        }
        lifts.sort(null);
        assertThat(lifts).hasSizeGreaterThan(2_000);
        assertThat(lifts.get(lifts.size() / 2)).isBetween(0.3, 1.0);
    }

    /**
     * The median of n normal lags lies within 1.25 deviations / sqrt(n) of the mean, and those who went by chance blur
     * it. Seed 1: all within .53 deviations of the planted lag.
     */
    @Test
    void medianLag_isThePlantedOne() {
        for (Planted planted : PLANTED) {
            double median = affinity(planted).lag().orElseThrow().medianDays();
            assertThat(median)
                    .as(planted.pair())
                    .isCloseTo(planted.lagDays(), within(0.75 * planted.lagDeviationDays()));
        }
    }

    @Test
    void directionOfPlantedPairs_isThatOfTheirAffinity() {
        for (Planted planted : PLANTED) {
            Direction direction = affinity(planted).direction();
            assertThat(direction.forward()).as(planted.pair()).isGreaterThan(4 * direction.backward());
            assertThat(direction.p()).as(planted.pair()).isLessThan(1e-3);
        }
    }

    /**
     * Views, as there are ten for a purchase. Seed 1: of 40 planted seasons 8 are sure, 7 of them within two months of
     * their peak; of 16 categories without a season none is. The planted ones are weak, and the test is cautious.
     */
    @Test
    void plantedSeasons_areFound_andOthersAreNot() {
        int found = 0;
        int near = 0;
        int seasonal = 0;
        int wrong = 0;
        for (CategoryNode node : nodesOfViews) {
            Seasonality season = node.seasonality().orElseThrow();
            int peak = Objects.requireNonNull(PEAKS.get(node.path().toString()));
            int apart = Math.abs(peak - season.peakMonth());
            seasonal += peak > 0 ? 1 : 0;
            if (season.p() < 0.01) {
                found += peak > 0 ? 1 : 0;
                near += peak > 0 && Math.min(apart, 12 - apart) <= 2 ? 1 : 0;
                wrong += peak == 0 ? 1 : 0;
            }
        }
        assertThat(seasonal).isEqualTo(40);
        assertThat(found).isGreaterThanOrEqualTo(5);
        assertThat(near).isGreaterThanOrEqualTo(found - 2);
        assertThat(wrong).isLessThanOrEqualTo(1);
    }
}
