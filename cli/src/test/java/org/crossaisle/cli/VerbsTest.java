package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.neural.recipe.Recipes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a person uses it, from simulated files to recommendations, on a shop of 150 customers. */
class VerbsTest {
    private static final String KNOWN = "u0000007";
    private static final Pattern REACHED = Pattern.compile("reached: (\\d+) % from categories new to this customer");

    @TempDir
    static Path directory;

    private static String shop = "";
    private static String counting = "";
    private static String learnt = "";

    /** What a call of the program ended with. */
    private record Call(int status, String out, String err) {
        Call endsWith(int expected) {
            assertThat(status).as("%s%n%s", out, err).isEqualTo(expected);
            return this;
        }

        /** It ended with 2 and said why in one line. */
        void isMisuse(String... parts) {
            endsWith(2);
            assertThat(out).isEmpty();
            assertThat(err.lines()).hasSize(1);
            assertThat(err).startsWith("crossaisle: ").contains(parts);
        }
    }

    private static Call call(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Call(status, out.toString(), err.toString());
    }

    private static String at(String name) {
        return directory.resolve(name).toString();
    }

    private static Call recommend(String model, String user, String... options) {
        List<String> arguments = new ArrayList<>(List.of("recommend", "--model", model, "--user", user));
        arguments.addAll(Arrays.asList(options));
        return call(arguments.toArray(String[]::new));
    }

    private static Call evaluate(String... options) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--shop", shop));
        arguments.addAll(Arrays.asList(options));
        return call(arguments.toArray(String[]::new));
    }

    @BeforeAll
    static void simulateImportAndTrain() {
        shop = at("shop");
        counting = at("counting");
        learnt = at("learnt");
        Call simulated = call("simulate", "--users", "150", "--items", "120", "--events", "4000", "--out", at("files"));
        assertThat(simulated.endsWith(0).out()).startsWith("simulated (no real customers): 150 users, 120 items");
        Call imported = call(
                "import", "--events", at("files/events.csv.gz"), "--items", at("files/items.csv.gz"), "--shop", shop);
        assertThat(imported.endsWith(0).out())
                .contains("120 rows of items.csv.gz (CSV, gzip), 120 kept, 0 dropped")
                .contains("4,000 rows of events.csv.gz")
                .contains("the events were simulated");
        Call knn = call("train", "--shop", shop, "--recipe", "itemknn", "--model", counting);
        assertThat(knn.endsWith(0).out()).startsWith("model in " + counting + ": {recipe=itemknn, neighbours=");
        Call transformer = call(
                "train",
                "--shop",
                shop,
                "--recipe",
                "transformer",
                "--set",
                "transformer.epochs=2",
                "--set",
                "transformer.dimension=16",
                "--model",
                learnt);
        assertThat(transformer.endsWith(0).out())
                .contains("recipe=transformer, dimension=16")
                .contains("validation targets of the leave-one-out split: Recall@10 0.");
        assertThat(Path.of(learnt + ".training")).doesNotExist();
    }

    @Test
    void learntTrees_areNotPrintedWhole_andAreServed() {
        String model = at("trees");
        Call call = call("train", "--shop", shop, "--recipe", "lambdamart", "--model", model)
                .endsWith(0);
        assertThat(call.out()).startsWith("model in " + model + ": {recipe=lambdamart, parts=[");
        assertThat(call.out().lines().findFirst().orElse("").length()).isLessThan(1500);
        recommend(model, "u0000007").endsWith(0);
    }

    @Test
    void columnsOfUsers_areKeptOnlyWhenNamed() {
        List<String> files = List.of(
                "--events", at("files/events.csv.gz"), "--items", at("files/items.csv.gz"), "--shop", at("with-users"));
        List<String> named = new ArrayList<>(List.of("import", "--user-columns", "age_group"));
        named.addAll(files);
        call(named.toArray(String[]::new)).isMisuse("--user-columns needs --users");
        named.addAll(List.of("--users", at("files/users.csv.gz")));
        call(named.toArray(String[]::new)).endsWith(0);
        Shop kept = Shop.open(Path.of(at("with-users")), "");
        assertThat(kept.userAttributes(kept.userNumber("u0000007").orElseThrow()))
                .containsOnlyKeys("age_group");
        named.removeAll(List.of("--user-columns", "age_group"));
        call(named.toArray(String[]::new)).endsWith(0);
        Shop plain = Shop.open(Path.of(at("with-users")), "");
        assertThat(plain.userAttributes(plain.userNumber("u0000007").orElseThrow()))
                .isEmpty();
    }

    @Test
    void json_hasTheShapeThatIsPromised() throws IOException {
        String file = at("all.json");
        evaluate("--recipe", "popular,itemknn", "--json", file).endsWith(0);
        JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
        assertThat(root.propertyNames())
                .containsExactly("dataset", "split", "targets", "n", "repeats", "masked", "results", "comparisons");
        assertThat(root.get("dataset").stringValue()).isEqualTo("shop (simulated)");
        assertThat(root.get("split").stringValue()).isEqualTo("leave-one-out");
        assertThat(root.get("targets").stringValue()).isEqualTo("last");
        assertThat(root.get("results")).hasSize(2);
        JsonNode result = root.get("results").get(1);
        assertThat(result.propertyNames()).containsExactly("recipe", "seeds", "seconds", "metrics");
        assertThat(result.get("recipe").stringValue()).isEqualTo("itemknn");
        assertThat(result.get("seeds").toString()).isEqualTo("[1]");
        assertThat(result.get("seconds").doubleValue()).isPositive();
        JsonNode metrics = result.get("metrics");
        assertThat(metrics.propertyNames())
                .containsExactly(
                        "all",
                        "within@0",
                        "cross@0",
                        "within@1",
                        "cross@1",
                        "within@2",
                        "cross@2",
                        "switch",
                        "cold",
                        "history 1-4",
                        "history 5-9",
                        "history 10+",
                        "item events 0",
                        "item events 1-5",
                        "item events 6-20",
                        "item events 21+",
                        "history 0",
                        "history 1",
                        "history 2",
                        "history 3-5",
                        "history 6+");
        assertThat(metrics.get("all").propertyNames()).containsExactlyInAnyOrderElementsOf(namesOfMetricsOnAll());
        int n = root.get("n").intValue();
        assertThat(n).isPositive();
        assertThat(metrics.get("all").get("n").intValue()).isEqualTo(n);
        for (int level = 0; level < 3; level++) {
            JsonNode cross = metrics.get("cross@" + level);
            JsonNode within = metrics.get("within@" + level);
            assertThat(cross.get("n").intValue() + within.get("n").intValue()).isEqualTo(n);
            assertThat(cross.get("share").doubleValue())
                    .isEqualTo(cross.get("n").doubleValue() / n);
            assertThat(cross.propertyNames()).contains("recall@10", "ndcg@10", "intervals");
        }
    }

    @Test
    void exposure_isShownWhenAskedFor() {
        assertThat(evaluate("--recipe", "itemknn").endsWith(0).out()).doesNotContain("item events", "history 1 ");
        assertThat(evaluate("--recipe", "itemknn", "--by-exposure").endsWith(0).out())
                .containsPattern("(?m)^recipe +item events 0 ")
                .containsPattern("(?m)^recipe +history ")
                .containsPattern("(?m)^targets +\\d+");
    }

    @Test
    void severalSeeds_showHowFarTheyLieApart() throws IOException {
        String file = at("seeds.json");
        Call call = evaluate("--recipe", "itemknn", "--seeds", "1,2", "--json", file)
                .endsWith(0);
        assertThat(call.out()).containsPattern("(?m)^itemknn +\\.\\d{4} ± \\.0000 / \\.\\d{4} ± \\.0000 ");
        JsonNode spread = JsonMapper.shared()
                .readTree(Files.readString(Path.of(file)))
                .at("/results/0/metrics/all/spreads/ndcg@10");
        assertThat(spread.get("deviation").doubleValue()).isZero();
        assertThat(spread.get("values")).hasSize(2);
    }

    private static List<String> namesOfMetricsOnAll() {
        List<String> names = new ArrayList<>(List.of("n", "share", "intervals"));
        for (int cutoff : new int[] {5, 10, 20, 50}) {
            names.addAll(List.of("recall@" + cutoff, "ndcg@" + cutoff, "mrr@" + cutoff));
            for (int level = 0; level < 3; level++) {
                names.addAll(List.of("hit[" + level + "]@" + cutoff, "novelty[" + level + "]@" + cutoff));
            }
        }
        for (int level = 0; level < 3; level++) {
            for (String name : List.of(
                    "usefulnovelty[L]@10",
                    "gap[L]@10",
                    "restricted[L].recall@10",
                    "restricted[L].ndcg@10",
                    "calibration[L]@10",
                    "jensenshannon[L]@10",
                    "categories[L]@10")) {
                names.add(name.replace("L", String.valueOf(level)));
            }
        }
        names.addAll(List.of("distance@10", "popularity@10", "tail@10", "serendipity@10", "coverage@10", "gini@10"));
        return names;
    }

    @Test
    void temporalSplit_asksForTheLastOrForEveryTarget() throws IOException {
        List<Integer> counts = new ArrayList<>();
        for (String targets : List.of("last", "successive")) {
            String file = at(targets + ".json");
            evaluate("--split", "temporal", "--targets", targets, "--recipe", "itemknn", "--json", file)
                    .endsWith(0);
            JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
            assertThat(root.get("split").stringValue()).isEqualTo("temporal");
            assertThat(root.get("targets").stringValue()).isEqualTo(targets);
            counts.add(root.get("n").intValue() + root.get("repeats").intValue());
        }
        assertThat(counts.get(1)).isGreaterThan(counts.get(0));
    }

    @Test
    void models_areListed_withWhatEachTakesOnAShop() {
        Call plain = call("models").endsWith(0);
        Call onShop = call("models", "--shop", shop).endsWith(0);
        for (String name : Recipes.names()) {
            assertThat(plain.out()).containsPattern("(?m)^" + name + " +[a-z]");
            assertThat(onShop.out())
                    .containsPattern("(?m)^" + name + " .* [0-9,]+ +[0-9,]+ MiB +(under )?[0-9.]+ (s|min|h) +yes");
        }
    }

    @Test
    void onValidation_theTestStaysOutOfSight() throws IOException {
        List<String> asked = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        for (List<String> options : List.of(List.<String>of(), List.of("--on-validation"))) {
            String file = at("asked" + asked.size() + ".json");
            List<String> all = new ArrayList<>(List.of("--recipe", "itemknn", "--json", file));
            all.addAll(options);
            evaluate(all.toArray(String[]::new)).endsWith(0);
            JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
            asked.add(root.get("targets").stringValue());
            reached.add(root.at("/results/0/metrics/all/ndcg@10").doubleValue());
        }
        assertThat(asked).containsExactly("last", "last, on validation");
        assertThat(reached.get(1)).isPositive().isNotEqualTo(reached.get(0));
    }

    @Test
    void recipeFile_isARecipeBesideOthers() throws IOException {
        Path file = Files.writeString(directory.resolve("few.yaml"), "recipe: itemknn\nneighbours: 1\n");
        Call call = evaluate("--recipe", "itemknn," + file, "--reference", "itemknn")
                .endsWith(0);
        assertThat(call.out())
                .containsPattern("(?m)^" + Pattern.quote(file.toString()) + "  +\\.\\d")
                .contains(file + " against itemknn");
        Files.writeString(file, "recipe: itemknn\nneighbors: 1\n");
        evaluate("--recipe", file.toString()).isMisuse(file + ": there is no setting neighbors. Nearest: neighbours");
    }

    @Test
    void bound_decidesTheStatus() {
        evaluate("--recipe", "itemknn", "--at-least", "itemknn.ndcg@10=0,itemknn.restricted[0].recall@10=0")
                .endsWith(0);
        Call missed = evaluate("--recipe", "itemknn", "--at-least", "itemknn.ndcg@10=0.99")
                .endsWith(3);
        assertThat(missed.out()).contains("at least 0.9900 was asked for: NO");
    }

    @Test
    void wrongSettingsOfAnEvaluation_areNamedWithWhatIsNeeded() {
        evaluate("--recipe", "itemknm").isMisuse("there is no recipe itemknm. Nearest: itemknn");
        evaluate("--recipe", "itemknn", "--set", "itemknn.neighbors=3")
                .isMisuse("there is no setting neighbors. Nearest: neighbours");
        evaluate("--recipe", "itemknn", "--set", "ease.lambda=3").isMisuse("--set ease.lambda", "Nearest: itemknn");
        evaluate("--recipe", "itemknn", "--set", "itemknn.neighbours=0").isMisuse("neighbours is 0");
        evaluate("--recipe", "itemknn", "--reference", "blend").isMisuse("--reference blend", "itemknn");
        evaluate("--recipe", "itemknn", "--at-least", "ease.ndcg@10=0.1").isMisuse("--at-least ease.ndcg@10");
        evaluate("--recipe", "itemknn", "--levels", "3").isMisuse("--levels 3", "below the 3 levels");
        evaluate("--recipe", "itemknn", "--levels", "-1").isMisuse("--levels -1");
        evaluate("--recipe", "itemknn", "--levels", "1,1").isMisuse("--levels 1");
        Call metric = evaluate("--recipe", "itemknn", "--at-least", "itemknn.ndgc@10=0.1")
                .endsWith(2);
        assertThat(metric.err()).contains("there is no metric ndgc@10. Nearest: ndcg@");
        Call split = evaluate("--recipe", "itemknn", "--split", "tempral").endsWith(2);
        assertThat(split.err()).contains("there is no split tempral; needed is leave-one-out or temporal");
        Call targets = evaluate("--recipe", "itemknn", "--targets", "all").endsWith(2);
        assertThat(targets.err()).contains("--targets").contains("LAST, SUCCESSIVE");
        call("train", "--shop", shop, "--recipe", "itemknn,ease", "--model", at("two"))
                .isMisuse("train needs one recipe, 2 were given");
    }

    @Test
    void crossShare_isReachedAndSaid() {
        for (String model : List.of(counting, learnt)) {
            Call call = recommend(model, KNOWN, "--cross-share", "0.3").endsWith(0);
            assertThat(call.out())
                    .contains("asked for: scope any, cross share 0.3, level 0")
                    .contains("because of ");
            Matcher reached = REACHED.matcher(call.out());
            assertThat(reached.find()).isTrue();
            assertThat(Integer.parseInt(reached.group(1))).isEqualTo(30);
            assertThat(newItems(call)).isEqualTo(3);
            assertThat(places(call)).isEqualTo(10);
        }
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
    void wholeDial_isTurnedAndEachStepSaysWhatItDid() {
        Call call = recommend(
                        learnt,
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
                .contains("asked for: scope any, cross share calibrated to 0.")
                .contains("    crossShare:calibrated: cross share ")
                .contains("    mmr:0.5: mean distance ")
                .contains("    calibrated:0.3: divergence ")
                .containsPattern("    window:2/3@2: broken places \\d\\.000 -> 0\\.000, cost ")
                .doesNotContainPattern("\\d\\. .*\\[Sports");
        Call complement = recommend(learnt, KNOWN, "--scope", "complement", "--basket", "i000001")
                .endsWith(0);
        assertThat(complement.out())
                .contains("asked for: scope complement, level 0")
                .contains("    scope:complement: within scope ");
        recommend(learnt, KNOWN, "--categories", "Sprots")
                .isMisuse("the catalog has no category \"Sprots\"; nearest: ");
        recommend(learnt, KNOWN, "--scope", "complement").isMisuse("needs a basket");
    }

    @Test
    void scope_isKept() {
        Call cross =
                recommend(learnt, KNOWN, "--scope", "cross", "--count", "4").endsWith(0);
        assertThat(newItems(cross)).isEqualTo(4);
        assertThat(cross.out()).contains("asked for: scope cross, level 0; reached: 100 %");
        Call within = recommend(learnt, KNOWN, "--scope", "within", "--count", "4", "--level", "0")
                .endsWith(0);
        assertThat(newItems(within)).isZero();
        assertThat(within.out()).contains("reached: 0 %");
    }

    @Test
    void unknownCustomer_getsWhatIsPopular_andIsToldSo() {
        Call call = recommend(learnt, "nobody", "--count", "3").endsWith(0);
        assertThat(places(call)).isEqualTo(3);
        assertThat(call.out()).contains("nobody: no history", "popular in its department; we know nothing of you yet");
        assertThat(recommend(counting, "没有人", "--language", "chinese")
                        .endsWith(0)
                        .out())
                .contains("您是新顾客：这是各部门的热门商品");
    }

    @Test
    void reasons_areInTheLanguageAskedFor() {
        assertThat(recommend(counting, KNOWN, "--language", "chinese")
                        .endsWith(0)
                        .out())
                .contains("因为您买过或看过：")
                .doesNotContain("because of");
    }

    @Test
    void wrongSettingsOfARecommendation_areNamedBeforeAnythingIsPrinted() {
        recommend(counting, KNOWN, "--cross-share", "1.3").isMisuse("crossShare is 1.3, must be in [0, 1]");
        recommend(counting, KNOWN, "--scope", "cross", "--cross-share", "0.3")
                .isMisuse("a cross share goes with the scope ANY only, the scope is CROSS");
        recommend(counting, KNOWN, "--level", "7").isMisuse("level is 7, must be a whole number in [0, 2]");
        recommend(counting, KNOWN, "--count", "0").isMisuse("count is 0, must be at least 1");
        recommend(counting, KNOWN, "--cross-share", "many")
                .isMisuse("crossShare is \"many\", must be a number in [0, 1]");
    }

    @Test
    void whatIsNotThere_isAFailureInOneLine() {
        for (Call call : List.of(
                recommend(at("files"), KNOWN),
                recommend(at("nowhere"), KNOWN),
                call("evaluate", "--shop", at("nowhere"), "--recipe", "itemknn"),
                call("import", "--events", at("nowhere"), "--items", at("nowhere"), "--shop", at("other")),
                call("demo", "--once", "--data", at("nowhere"), "--dir", at("other")))) {
            call.endsWith(1);
            assertThat(call.err().lines()).hasSize(1);
            assertThat(call.err()).startsWith("crossaisle: ").contains(directory.toString());
        }
    }

    @Test
    void demo_goesFromFilesToReasons() throws IOException {
        String files = at("small");
        call("simulate", "--users", "60", "--items", "100", "--events", "900", "--plain", "--out", files)
                .endsWith(0);
        Call call = call("demo", "--once", "--data", files, "--dir", at("demo")).endsWith(0);
        assertThat(call.out())
                .contains("Importing " + files)
                .contains("900 rows of events.csv (CSV), 900 kept")
                .contains("This shop is simulated: no real customers.")
                .containsPattern("(?m)^transformer  +\\.\\d")
                .contains("Customer 1, ", "A new customer: no history")
                .contains("cross share 0.3, level 2; reached: ")
                .doesNotContain("u00000");
        try (Stream<Path> made = Files.list(directory.resolve("demo"))) {
            assertThat(made.map(path -> path.getFileName().toString())).contains("shop", "model");
        }
        assertThat(recommend(at("demo/model"), KNOWN, "--count", "2")
                        .endsWith(0)
                        .out())
                .startsWith(System.lineSeparator() + KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "simulate", "import", "evaluate", "train", "recommend", "bench"})
    void help_hasAnExampleOfItsVerb(String verb) {
        Call call = call(verb, "--help").endsWith(0);
        assertThat(call.out())
                .contains("Usage: crossaisle " + verb)
                .containsPattern("Examples?:\\R  crossaisle " + verb);
        assertThat(call("--help").out()).contains("  " + verb + " ");
    }

    @Test
    void wrongVerb_isMisuse_andNoneShowsWhatThereIs() {
        assertThat(call("recomend").endsWith(2).err()).contains("recomend", "crossaisle recommend");
        assertThat(call().endsWith(0).out()).contains("Usage: crossaisle").contains("Exit status: 0 done");
        assertThat(call("simulate", "--users", "5", "--items", "3", "--out", at("x"))
                        .endsWith(2)
                        .err()
                        .toLowerCase(Locale.ROOT))
                .contains("items is 3, must be at least 100");
    }
}
