package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a person uses it, from simulated files to recommendations. */
@ExtendWith(TrainedShop.Once.class)
class VerbsTest {
    private static final String KNOWN = TrainedShop.KNOWN;

    private final TrainedShop shop;

    VerbsTest(TrainedShop shop) {
        this.shop = shop;
    }

    @Test
    void learntTrees_areNotPrintedWhole_andAreServed() {
        String model = shop.at("trees");
        Call call = Call.of("train", "--shop", shop.shop(), "--recipe", "lambdamart", "--model", model)
                .endsWith(0);
        assertThat(call.out()).startsWith("model in " + model + ": {recipe=lambdamart, parts=[");
        assertThat(call.out().lines().findFirst().orElse("").length()).isLessThan(1500);
        shop.recommend(model, "u0000007").endsWith(0);
    }

    @Test
    void training_saysThatItsFiguresAreOnTheTargetsThatWeightsWereLearntFrom() throws IOException {
        String model = shop.at("weighed");
        Call call = Call.of("train", "--shop", shop.shop(), "--recipe", "blend", "--model", model)
                .endsWith(0);
        assertThat(call.out())
                .contains("validation targets of the leave-one-out split, requests at the target's time: Recall@10 ")
                .contains("these are the targets from which weights were learnt, so the figures are optimistic; ");
        JsonNode metrics = JsonMapper.shared().readTree(Files.readString(Path.of(model, "metrics.json")));
        assertThat(metrics.get("requestTime").stringValue()).isEqualTo("target");
        assertThat(metrics.get("learntOnTheSameTargets").toString()).isEqualTo("[\"weights\"]");
    }

    @Test
    void device_isKeptWithTheModel_andOneThatIsNotThereIsRefused() throws IOException {
        JsonNode metrics = JsonMapper.shared().readTree(Files.readString(Path.of(shop.learnt(), "metrics.json")));
        assertThat(metrics.get("device").stringValue()).isEqualTo("cpu");
        assertThat(shop.evaluate("--recipe", "itemknn", "--device", "cuda")
                        .endsWith(1)
                        .err())
                .hasLineCount(1)
                .startsWith(
                        "crossaisle: the device cuda is requested, but the libtorch on the class path is built without CUDA")
                .contains("classifier linux-x86_64-gpu");
        for (String verb : List.of("train", "tune", "demo", "evaluate")) {
            assertThat(Call.of(verb, "--help").out()).contains("--device=DEVICE");
            assertThat(Call.of(verb, "--device", "tpu").endsWith(2).err())
                    .contains("--device", "tpu", "AUTO, CPU, CUDA");
        }
        shop.evaluate("--recipe", "itemknn", "--device", "cpu").endsWith(0);
    }

    @Test
    void columnsOfUsers_areKeptOnlyWhenNamed() {
        List<String> files = List.of(
                "--events",
                shop.at("files/events.csv.gz"),
                "--items",
                shop.at("files/items.csv.gz"),
                "--shop",
                shop.at("with-users"));
        List<String> named = new ArrayList<>(List.of("import", "--user-columns", "age_group"));
        named.addAll(files);
        Call.of(named.toArray(String[]::new)).isMisuse("--user-columns needs --users");
        named.addAll(List.of("--users", shop.at("files/users.csv.gz")));
        Call.of(named.toArray(String[]::new)).endsWith(0);
        Shop kept = Shop.open(Path.of(shop.at("with-users")), "");
        assertThat(kept.userAttributes(kept.userNumber("u0000007").orElseThrow()))
                .containsOnlyKeys("age_group");
        named.removeAll(List.of("--user-columns", "age_group"));
        Call.of(named.toArray(String[]::new)).endsWith(0);
        Shop plain = Shop.open(Path.of(shop.at("with-users")), "");
        assertThat(plain.userAttributes(plain.userNumber("u0000007").orElseThrow()))
                .isEmpty();
    }

    @Test
    void settingsOfARecipe_areListed_withTheirHelp() {
        Call call = Call.of("models", "--recipe", "transformer").endsWith(0);
        assertThat(call.out())
                .containsPattern("(?m)^dimension +64 +Length of user and item vectors")
                .containsPattern("(?m)^users\\.encoder +transformer ")
                .containsPattern("(?m)^training\\.epochs +\\d+ +Largest number of passes");
        Call.of("models", "--recipe", "transfomer").isMisuse("there is no recipe transfomer", "Nearest: transformer");
    }

    @Test
    void models_areListed_withWhatEachTakesOnAShop() {
        Call plain = Call.of("models").endsWith(0);
        Call onShop = Call.of("models", "--shop", shop.shop()).endsWith(0);
        for (String name : Recipes.names()) {
            assertThat(plain.out()).containsPattern("(?m)^" + name + " +[a-z]");
            assertThat(onShop.out())
                    .containsPattern("(?m)^" + name + " .* [0-9,]+ +[0-9,]+ MiB +(under )?[0-9.]+ (s|min|h) +yes");
        }
    }

    @Test
    void whatIsNotThere_isAFailureInOneLine() {
        for (Call call : List.of(
                shop.recommend(shop.at("files"), KNOWN),
                shop.recommend(shop.at("nowhere"), KNOWN),
                Call.of("evaluate", "--shop", shop.at("nowhere"), "--recipe", "itemknn"),
                Call.of(
                        "import",
                        "--events",
                        shop.at("nowhere"),
                        "--items",
                        shop.at("nowhere"),
                        "--shop",
                        shop.at("other")),
                Call.of("demo", "--once", "--data", shop.at("nowhere"), "--dir", shop.at("other")))) {
            call.endsWith(1);
            assertThat(call.err().lines()).hasSize(1);
            assertThat(call.err())
                    .startsWith("crossaisle: ")
                    .contains(shop.directory().toString());
        }
    }

    @Test
    void demo_goesFromFilesToReasons() throws IOException {
        String files = shop.at("small");
        Call.of("simulate", "--users", "60", "--items", "100", "--events", "900", "--plain", "--out", files)
                .endsWith(0);
        Call call = Call.of("demo", "--once", "--data", files, "--dir", shop.at("demo"))
                .endsWith(0);
        assertThat(call.out())
                .contains("Importing " + files)
                .contains("900 rows of events.csv (CSV), 900 kept")
                .contains("This shop is simulated: no real customers.")
                .containsPattern("(?m)^transformer  +\\.\\d")
                .contains("Customer 1, ", "A new customer: no history")
                .contains("cross share 0.3, level 2; achieved: ")
                .doesNotContain("u00000");
        try (Stream<Path> made = Files.list(shop.directory().resolve("demo"))) {
            assertThat(made.map(path -> path.getFileName().toString())).contains("shop", "model");
        }
        assertThat(shop.recommend(shop.at("demo/model"), KNOWN, "--count", "2")
                        .endsWith(0)
                        .out())
                .startsWith(System.lineSeparator() + KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "simulate", "import", "categories", "evaluate", "train", "recommend", "bench"})
    void help_hasAnExampleOfItsVerb(String verb) {
        Call call = Call.of(verb, "--help").endsWith(0);
        assertThat(call.out())
                .contains("Usage: crossaisle " + verb)
                .containsPattern("Examples?:\\R  crossaisle " + verb);
        assertThat(Call.of("--help").out()).contains("  " + verb + " ");
    }

    @Test
    void wrongVerb_isMisuse_andNoneShowsWhatThereIs() {
        assertThat(Call.of("recomend").endsWith(2).err()).contains("recomend", "crossaisle recommend");
        assertThat(Call.of().endsWith(0).out()).contains("Usage: crossaisle").contains("Exit status: 0 done");
        assertThat(Call.of("simulate", "--users", "5", "--items", "3", "--out", shop.at("x"))
                        .endsWith(2)
                        .err()
                        .toLowerCase(Locale.ROOT))
                .contains("items is 3, must be at least 100");
    }
}
