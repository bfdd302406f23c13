package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recommendations as a person asks for them. */
@ExtendWith(TrainedShop.Once.class)
class RecommendVerbTest {
    private static final String KNOWN = TrainedShop.KNOWN;
    private static final Pattern REACHED = Pattern.compile("achieved: (\\d+) % from categories new to this customer");

    private final TrainedShop shop;

    RecommendVerbTest(TrainedShop shop) {
        this.shop = shop;
    }

    @Test
    void crossShare_isReachedAndSaid() {
        for (String model : List.of(shop.counting(), shop.learnt())) {
            Call call = shop.recommend(model, KNOWN, "--cross-share", "0.3").endsWith(0);
            assertThat(call.out())
                    .contains("requested: scope any, cross share 0.3, level 0")
                    .contains("because of ");
            Matcher reached = REACHED.matcher(call.out());
            assertThat(reached.find()).isTrue();
            assertThat(Integer.parseInt(reached.group(1))).isEqualTo(30);
            assertThat(newItems(call)).isEqualTo(3);
            assertThat(places(call)).isEqualTo(10);
        }
    }

    /** The shop is imported again with a department renamed, and the model is not trained again. */
    @Test
    void departmentThatWasRenamed_isSaid_andTheListGoesOn() throws IOException {
        String path = "Sports>";
        Path items = Path.of(shop.at("renamed.csv"));
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(Path.of(shop.at("files/items.csv.gz"))))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(path);
            Files.writeString(items, text.replace(path, "Outdoors>"));
        }
        String renamed = shop.at("renamed");
        Call.of("import", "--events", shop.at("files/events.csv.gz"), "--items", items.toString(), "--shop", renamed)
                .endsWith(0);
        Call after = shop.recommend(shop.learnt(), KNOWN, "--shop", renamed).endsWith(0);
        assertThat(after.err())
                .contains("crossaisle: note: the categories changed since the model was trained: ")
                .contains("Sports is now Outdoors");
        Call before = shop.recommend(shop.learnt(), KNOWN).endsWith(0);
        assertThat(before.err()).doesNotContain("note");
        assertThat(list(after))
                .hasSize(10)
                .isEqualTo(list(before).stream()
                        .map(line -> line.replace(path, "Outdoors>"))
                        .toList())
                .anyMatch(line -> line.contains("[Outdoors>"));
    }

    /** Its lines, however wide their columns are. */
    private static List<String> list(Call call) {
        return call.out()
                .lines()
                .filter(line -> line.matches("\\d+\\. .*"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    private static long places(Call call) {
        return call.out().lines().filter(line -> line.matches("\\d+\\. .*")).count();
    }

    private static long newItems(Call call) {
        return call.out()
                .lines()
                .filter(line -> line.matches("\\d+\\. .* yes +-?\\d.*"))
                .count();
    }

    @Test
    void help_listsTheRerankersThereAre() {
        assertThat(Call.of("recommend", "--help").out().replaceAll("\\s+", " "))
                .contains("calibrated:WEIGHT (gives the list", "dpp:WEIGHT[:vectors] (", "mmr:WEIGHT[:vectors] (");
    }

    @Test
    void wholeDial_isTurnedAndEachStepSaysWhatItDid() {
        Call call = shop.recommend(
                        shop.learnt(),
                        KNOWN,
                        "--cross-share",
                        "calibrated",
                        "--diversity",
                        "mmr:0.5,calibrated:0.3",
                        "--window",
                        "2/3@2",
                        "--exclude-categories",
                        "Sports")
                .endsWith(0);
        assertThat(call.out())
                .contains("requested: scope any, cross share calibrated to 0.")
                .contains("    crossShare:calibrated: cross share ")
                .contains("    mmr:0.5: mean distance ")
                .contains("    calibrated:0.3: divergence ")
                .containsPattern("    window:2/3@2: broken places \\d\\.000 -> 0\\.000, cost ")
                .doesNotContainPattern("\\d\\. .*\\[Sports");
        Call complement = shop.recommend(shop.learnt(), KNOWN, "--scope", "complement", "--basket", "i000001")
                .endsWith(0);
        assertThat(complement.out())
                .contains("requested: scope complement, level 0")
                .contains("    scope:complement: within scope ");
        shop.recommend(shop.learnt(), KNOWN, "--categories", "Sprots")
                .isMisuse("the catalog has no category \"Sprots\"; nearest: ");
        shop.recommend(shop.learnt(), KNOWN, "--scope", "complement").isMisuse("needs a basket");
    }

    @Test
    void categories_areRecommendedToo() {
        Call call = shop.recommend(shop.counting(), KNOWN, "--what", "categories", "--level", "1", "--count", "4")
                .endsWith(0);
        assertThat(call.out())
                .containsPattern("is in a category of level 1 new to this customer: 0\\.\\d{3}")
                .containsPattern("(?m)^1\\. .* 0\\.\\d{3}")
                .containsPattern("(?m)^4\\. ")
                .doesNotContainPattern("(?m)^5\\. ");
        Call nobody = shop.recommend(shop.counting(), "nobody", "--what", "categories")
                .endsWith(0);
        assertThat(nobody.out()).contains("nobody: no history").contains("share of customers");
    }

    @Test
    void scope_isKept() {
        Call cross = shop.recommend(shop.learnt(), KNOWN, "--scope", "cross", "--count", "4")
                .endsWith(0);
        assertThat(newItems(cross)).isEqualTo(4);
        assertThat(cross.out()).contains("requested: scope cross, level 0; achieved: 100 %");
        Call within = shop.recommend(shop.learnt(), KNOWN, "--scope", "within", "--count", "4", "--level", "0")
                .endsWith(0);
        assertThat(newItems(within)).isZero();
        assertThat(within.out()).contains("achieved: 0 %");
    }

    @Test
    void unknownCustomer_getsWhatIsPopular_andIsToldSo() {
        Call call = shop.recommend(shop.learnt(), "nobody", "--count", "3").endsWith(0);
        assertThat(places(call)).isEqualTo(3);
        assertThat(call.out()).contains("nobody: no history", "popular in its department; you have no history yet");
        assertThat(shop.recommend(shop.counting(), "没有人", "--language", "chinese")
                        .endsWith(0)
                        .out())
                .contains("您是新顾客：这是各部门的热门商品");
    }

    @Test
    void reasons_areInTheLanguageAskedFor() {
        assertThat(shop.recommend(shop.counting(), KNOWN, "--language", "chinese")
                        .endsWith(0)
                        .out())
                .contains("因为您买过或看过：")
                .doesNotContain("because of");
    }

    @Test
    void wrongSettingsOfARecommendation_areNamedBeforeAnythingIsPrinted() {
        shop.recommend(shop.counting(), KNOWN, "--cross-share", "1.3").isMisuse("crossShare is 1.3, must be in [0, 1]");
        shop.recommend(shop.counting(), KNOWN, "--scope", "cross", "--cross-share", "0.3")
                .isMisuse("a cross share needs the scope ANY, the scope is CROSS");
        shop.recommend(shop.counting(), KNOWN, "--level", "7").isMisuse("level is 7, must be a whole number in [0, 2]");
        shop.recommend(shop.counting(), KNOWN, "--count", "0").isMisuse("count is 0, must be at least 1");
        shop.recommend(shop.counting(), KNOWN, "--cross-share", "many")
                .isMisuse("crossShare is \"many\", must be a number in [0, 1]");
    }
}
