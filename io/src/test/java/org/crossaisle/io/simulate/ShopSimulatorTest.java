package org.crossaisle.io.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            assertThat(all).hasSize(5);
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
            if (!cells[2].equals("return")) { // what is sent back comes back days later
                assertThat(Long.parseLong(cells[3])).isGreaterThanOrEqualTo(latest.getOrDefault(cells[0], 0L));
                latest.put(cells[0], Long.parseLong(cells[3]));
            }
        }
        assertThat(actions).containsOnlyKeys("view", "cart", "purchase", "return");
        assertThat(latest).hasSize(2_000);
    }

    @Test
    void plantedAffinity_isFollowedMoreOftenThanChance() throws IOException {
        Path shop = write("shop", 1, Language.ENGLISH);
        Map<String, String> paths = new HashMap<>();
        Files.readAllLines(shop.resolve("items.csv"))
                .forEach(line -> paths.put(line.split(",", -1)[0], line.split(",", -1)[3]));
        Map<String, Boolean> hasMachine = new HashMap<>();
        Map<String, Boolean> crossed = new HashMap<>();
        Map<String, Boolean> others = new HashMap<>();
        for (String line : Files.readAllLines(shop.resolve("events.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[2].equals("purchase")) {
                String path = paths.getOrDefault(cells[1], "");
                if (path.endsWith("Machines")) {
                    hasMachine.put(cells[0], true);
                } else if (path.endsWith("Beans")) {
                    (hasMachine.containsKey(cells[0]) ? crossed : others).put(cells[0], true);
                }
            }
        }
        double rate = (double) crossed.size() / hasMachine.size();
        double chance = (double) others.size() / (2_000 - hasMachine.size());
        assertThat(hasMachine.size()).isGreaterThan(30);
        assertThat(rate).isGreaterThan(3 * chance);
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
