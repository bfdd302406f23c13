package org.crossaisle.io.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.io.simulate.SimulationSettings.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopSimulatorTest {
    @TempDir
    Path directory;

    private Path write(String name, long seed, Language language) {
        Path shop = directory.resolve(name);
        new ShopSimulator(new SimulationSettings(2_000, 400, 30_000, seed, language, false))
                .write(shop, Progress.SILENT);
        return shop;
    }

    @Test
    void sameSeed_writesTheSameBytes() throws IOException {
        Path first = write("first", 7, Language.MIXED);
        Path second = write("second", 7, Language.MIXED);
        Path other = write("other", 8, Language.MIXED);
        try (Stream<Path> files = Files.list(first)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(6);
            for (Path file : all) {
                assertThat(Files.mismatch(file, second.resolve(file.getFileName())))
                        .as("%s", file)
                        .isEqualTo(-1);
            }
        }
        assertThat(Files.mismatch(first.resolve("events.csv"), other.resolve("events.csv")))
                .isNotEqualTo(-1);
        assertThat(first.resolve("simulation.json")).content().contains("\"simulated\" : true");
    }

    @Test
    void events_areAsManyAsAskedForAndInOrderForEachCustomer() throws IOException {
        List<String> lines =
                Files.readAllLines(write("shop", 1, Language.ENGLISH).resolve("events.csv"));
        assertThat(lines).hasSize(30_001);
        Map<String, Long> latest = new HashMap<>();
        Map<String, Integer> actions = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            actions.merge(cells[2], 1, Integer::sum);
            assertThat(Long.parseLong(cells[3])).isGreaterThanOrEqualTo(latest.getOrDefault(cells[0], 0L));
            latest.put(cells[0], Long.parseLong(cells[3]));
        }
        assertThat(actions).containsOnlyKeys("view", "cart", "purchase", "return");
        assertThat(latest).hasSize(2_000);
    }

    /** An event as it is written. */
    private record Event(String user, String item, String action, long time, String session) {}

    private static List<Event> events(Path shop) throws IOException {
        return Files.readAllLines(shop.resolve("events.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Event(cells[0], cells[1], cells[2], Long.parseLong(cells[3]), cells[4]))
                .toList();
    }

    @Test
    void withinAVisit_anItemIsViewedThenPutIntoTheCartThenBought_andOnlyWhatWasBoughtComesBack() throws IOException {
        Map<String, String> actions = new HashMap<>(); // by visit and item
        Set<String> bought = new HashSet<>();
        int returns = 0;
        for (Event event : events(write("shop", 1, Language.ENGLISH))) {
            String customersItem = event.user() + " " + event.item();
            if (event.action().equals("return")) {
                assertThat(bought).contains(customersItem);
                returns++;
                continue;
            }
            assertThat(event.session()).startsWith(event.user() + "s");
            String before =
                    Objects.requireNonNullElse(actions.put(event.session() + " " + event.item(), event.action()), "");
            switch (event.action()) {
                case "view" -> assertThat(before).isIn("", "view");
                case "cart" -> assertThat(before).isEqualTo("view");
                default -> assertThat(before).isEqualTo("cart");
            }
            if (event.action().equals("purchase")) {
                bought.add(customersItem);
            }
        }
        assertThat(returns).as("returns compared").isGreaterThan(50);
        assertThat(bought).hasSizeGreaterThan(3_000);
    }

    @Test
    void visits_areSpreadOverAllMonths() throws IOException {
        int[] months = new int[24];
        events(write("shop", 1, Language.ENGLISH))
                .forEach(event -> months[Math.min(23, ShopSimulator.day(event.time()) * 24 / ShopSimulator.DAYS)]++);
        assertThat(IntStream.of(months)).allSatisfy(count -> assertThat(count).isBetween(800, 1_500)); // 1,250 each
    }

    @Test
    void customerWithVeryManyEvents_livesWithinTheTimeOfTheShop() throws IOException {
        new ShopSimulator(new SimulationSettings(2, 100, 400_000, 3, Language.ENGLISH, false))
                .write(directory, Progress.SILENT);
        Map<String, Long> latest = new HashMap<>();
        List<Event> events = events(directory);
        for (Event event : events) {
            assertThat(event.time()).isGreaterThanOrEqualTo(latest.getOrDefault(event.user(), ShopSimulator.BEGIN));
            latest.put(event.user(), event.time());
        }
        assertThat(events).hasSize(400_000);
        assertThat(latest.values())
                .allSatisfy(last -> assertThat(last)
                        .isBetween(ShopSimulator.END - 30 * ShopSimulator.SECONDS_OF_A_DAY, ShopSimulator.END - 1));
    }

    @Test
    void newItem_isTakenByNobodyBeforeItsFirstDay() throws IOException {
        SimulationSettings settings = new SimulationSettings(2_000, 100, 30_000, 5, Language.ENGLISH, false);
        new ShopSimulator(settings).write(directory, Progress.SILENT);
        Shelves shelves = new Shelves(Assortment.categories(), settings);
        int compared = 0;
        for (Event event : events(directory)) {
            int firstDay = shelves.firstDay(Integer.parseInt(event.item().substring(1)));
            assertThat(ShopSimulator.day(event.time())).isGreaterThanOrEqualTo(firstDay);
            compared += firstDay > 0 ? 1 : 0;
        }
        assertThat(compared).as("events on new items").isGreaterThan(500);
    }

    @Test
    void smallestShop_hasAnItemInEveryCategory() {
        List<Assortment.Category> categories = Assortment.categories();
        for (long seed = 0; seed < 50; seed++) {
            Shelves shelves = new Shelves(categories, new SimulationSettings(1, 100, 1, seed, Language.ENGLISH, false));
            assertThat(IntStream.range(0, 100).map(shelves::category).distinct().count())
                    .isEqualTo(categories.size());
        }
    }

    @Test
    void peakMonth_hasMorePurchasesThanTheOneHalfAYearAway() throws IOException {
        Path shop = directory.resolve("shop");
        new ShopSimulator(new SimulationSettings(6_000, 200, 200_000, 1, Language.ENGLISH, false))
                .write(shop, Progress.SILENT);
        SimulationSettings settings = new SimulationSettings(6_000, 200, 200_000, 1, Language.ENGLISH, false);
        List<Assortment.Category> categories = Assortment.categories();
        Shelves shelves = new Shelves(categories, settings);
        int peak = 0;
        int opposite = 0;
        for (Event event : events(shop)) {
            int category = shelves.category(Integer.parseInt(event.item().substring(1)));
            int peakMonth = categories.get(category).peakMonth();
            if (event.action().equals("purchase") && peakMonth > 0) {
                int apart = Math.floorMod(ShopSimulator.month(event.time()) - peakMonth, 12);
                peak += apart == 0 ? 1 : 0;
                opposite += apart == 6 ? 1 : 0;
            }
        }
        assertThat(opposite).isGreaterThan(500);
        assertThat((double) peak / opposite).isGreaterThan(1.5);
    }

    @Test
    void titles_areInTheLanguageAskedFor() throws IOException {
        assertThat(Files.readString(write("zh", 1, Language.CHINESE).resolve("items.csv")))
                .contains("咖啡豆");
        String english = Files.readString(write("en", 1, Language.ENGLISH).resolve("items.csv"));
        assertThat(english).contains("Coffee Beans").doesNotContain("咖啡豆");
        assertThat(Files.readString(write("both", 1, Language.MIXED).resolve("items.csv")))
                .contains("A simulated item")
                .contains("模拟商品");
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationSettings(10, 5, 100, 1, Language.MIXED, true))
                .withMessage("items is 5, must be at least 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationSettings(10, 500, 9, 1, Language.MIXED, true));
    }
}
