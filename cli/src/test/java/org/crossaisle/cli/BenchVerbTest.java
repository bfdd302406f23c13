package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossaisle.io.shop.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long tables as a person asks for them, on a shop so small that they are short. */
@ExtendWith(TrainedShop.Once.class)
class BenchVerbTest {
    private final TrainedShop shop;

    BenchVerbTest(TrainedShop shop) {
        this.shop = shop;
    }

    private Call fewShot(String department, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("bench", "few-shot", "--shop", shop.shop(), "--department", department));
        arguments.addAll(Arrays.asList(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    @Test
    void fewShot_isACurve_forPeopleAndForPrograms() throws IOException {
        String department = Shop.open(Path.of(shop.shop()), "")
                .catalog()
                .item(0)
                .categories()
                .get(0)
                .department();
        String file = shop.at("curve.json");
        Call call = fewShot(
                        department,
                        "--recipe",
                        "transformer",
                        "--set",
                        "transformer.epochs=2",
                        "--set",
                        "transformer.dimension=16",
                        "--events",
                        "5,20",
                        "--seeds",
                        "1,2",
                        "--users",
                        "50",
                        "--targets",
                        "40",
                        "--moving",
                        "items",
                        "--epochs",
                        "2",
                        "--json",
                        file)
                .endsWith(0);
        assertThat(call.out())
                .startsWith("shop (simulated), " + department + " as if it were new: old model trained on ")
                .contains("NDCG@10 of their first event in it, requests at the target's time, ranked among the items")
                .containsPattern("(?m)^events +old model +from scratch +transferred +taken")
                .containsPattern("(?m)^5 +0\\.\\d{4} ± 0\\.\\d{4} .* transferred [012] of 2")
                .containsPattern("(?m)^20 +0\\.\\d{4} ± 0\\.\\d{4} .* transferred [012] of 2");
        JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
        assertThat(root.propertyNames())
                .containsExactly("department", "oldEvents", "newEvents", "heldOut", "requestTime", "metric", "points");
        assertThat(root.get("points")).hasSize(4);
        assertThat(root.get("points").get(0).propertyNames())
                .containsExactly("events", "seed", "old", "scratch", "transferred", "taken");
    }

    @Test
    void wrongSettingsOfAFewShot_areNamedWithWhatIsNeeded() {
        fewShot("Nowhere", "--recipe", "transformer").isMisuse("in the department Nowhere; expected one of [");
        fewShot("Nowhere", "--recipe", "itemknn").isMisuse("needs one deep recipe", "itemknn");
        fewShot("Nowhere", "--recipe", "transformer", "--events", "0").isMisuse("events is 0, must be at least 1");
        fewShot(" ", "--recipe", "transformer").isMisuse("--department");
        fewShot("Nowhere", "--recipe", "textcnn").isMisuse("items.titles", "items.content");
        assertThat(Call.of("bench").endsWith(2).err())
                .contains("expected a table, one of [quality, few-shot, cross-category]");
    }
}
