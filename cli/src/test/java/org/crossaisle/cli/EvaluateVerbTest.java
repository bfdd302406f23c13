package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measuring as a person asks for it. */
@ExtendWith(TrainedShop.Once.class)
class EvaluateVerbTest {
    private final TrainedShop shop;

    EvaluateVerbTest(TrainedShop shop) {
        this.shop = shop;
    }

    @Test
    void json_hasTheShapeThatIsPromised() throws IOException {
        String file = shop.at("all.json");
        shop.evaluate("--recipe", "popular,itemknn", "--json", file).endsWith(0);
        JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
        assertThat(root.propertyNames())
                .containsExactly(
                        "dataset",
                        "split",
                        "targets",
                        "requestTime",
                        "n",
                        "repeats",
                        "masked",
                        "results",
                        "comparisons");
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
    void leaveOneOut_asksAtTheLastEvent_theTemporalSplitAtTheTarget_andEachAtTheOtherWhereItIsAskedFor()
            throws IOException {
        String last = "requests at the time of the last event before the target, n = ";
        String target = "requests at the target's time, n = ";
        assertThat(requestTime(last)).isEqualTo("last-event");
        assertThat(requestTime(target, "--request-time", "target")).isEqualTo("target");
        assertThat(requestTime(target, "--split", "temporal")).isEqualTo("target");
        assertThat(requestTime(last, "--split", "temporal", "--request-time", "last-event"))
                .isEqualTo("last-event");
        assertThat(shop.evaluate("--recipe", "popular", "--request-time", "targets")
                        .endsWith(2)
                        .err())
                .startsWith("Invalid value for option '--request-time': expected target or last-event, found targets."
                        + " Nearest: target");
    }

    /** What the JSON says, and figures of what was popular by then. */
    private String requestTime(String heading, String... options) throws IOException {
        String file = shop.at("request-time.json");
        List<String> all = new ArrayList<>(List.of("--recipe", "popular-30-days", "--json", file));
        all.addAll(List.of(options));
        assertThat(shop.evaluate(all.toArray(String[]::new)).endsWith(0).out()).contains(heading);
        return JsonMapper.shared()
                .readTree(Files.readString(Path.of(file)))
                .get("requestTime")
                .stringValue();
    }

    @Test
    void whatWasPopularByThen_dependsOnTheTimeOfTheRequest() throws IOException {
        List<Double> found = new ArrayList<>();
        for (String moment : List.of("target", "last-event")) {
            String file = shop.at(moment + ".json");
            shop.evaluate("--recipe", "popular-30-days", "--request-time", moment, "--json", file)
                    .endsWith(0);
            found.add(JsonMapper.shared()
                    .readTree(Files.readString(Path.of(file)))
                    .at("/results/0/metrics/all/mrr@50")
                    .doubleValue());
        }
        assertThat(found.get(0)).isNotEqualTo(found.get(1));
    }

    @Test
    void exposure_isShownWhenAskedFor() {
        assertThat(shop.evaluate("--recipe", "itemknn").endsWith(0).out()).doesNotContain("item events", "history 1 ");
        assertThat(shop.evaluate("--recipe", "itemknn", "--by-exposure")
                        .endsWith(0)
                        .out())
                .containsPattern("(?m)^recipe +item events 0 ")
                .containsPattern("(?m)^recipe +history ")
                .containsPattern("(?m)^targets +\\d+");
    }

    @Test
    void metricsAskedFor_haveATableOfTheirOwn() {
        assertThat(shop.evaluate("--recipe", "itemknn", "--metric", "mrr@10,gini@10")
                        .endsWith(0)
                        .out())
                .containsPattern("recipe +mrr@10 +gini@10\\R+itemknn +\\.\\d{4} +\\.\\d{4}");
        Call unknown =
                shop.evaluate("--recipe", "itemknn", "--metric", "mmr@10").endsWith(2);
        assertThat(unknown.err()).contains("there is no metric mmr@10 in this evaluation; nearest: mrr@10");
    }

    @Test
    void severalSeeds_showHowFarTheyLieApart() throws IOException {
        String file = shop.at("seeds.json");
        Call call = shop.evaluate("--recipe", "itemknn", "--seeds", "1,2", "--json", file)
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
            String file = shop.at(targets + ".json");
            shop.evaluate("--split", "temporal", "--targets", targets, "--recipe", "itemknn", "--json", file)
                    .endsWith(0);
            JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
            assertThat(root.get("split").stringValue()).isEqualTo("temporal");
            assertThat(root.get("targets").stringValue()).isEqualTo(targets);
            counts.add(root.get("n").intValue() + root.get("repeats").intValue());
        }
        assertThat(counts.get(1)).isGreaterThan(counts.get(0));
    }

    @Test
    void onValidation_theTestStaysOutOfSight() throws IOException {
        List<String> asked = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        for (List<String> options : List.of(List.<String>of(), List.of("--on-validation"))) {
            String file = shop.at("asked" + asked.size() + ".json");
            List<String> all = new ArrayList<>(List.of("--recipe", "itemknn", "--json", file));
            all.addAll(options);
            shop.evaluate(all.toArray(String[]::new)).endsWith(0);
            JsonNode root = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
            asked.add(root.get("targets").stringValue());
            reached.add(root.at("/results/0/metrics/all/ndcg@10").doubleValue());
        }
        assertThat(asked).containsExactly("last", "last, on validation");
        assertThat(reached.get(1)).isPositive().isNotEqualTo(reached.get(0));
    }

    @Test
    void recipeFile_isARecipeBesideOthers() throws IOException {
        Path file = Files.writeString(shop.directory().resolve("few.yaml"), "recipe: itemknn\nneighbours: 1\n");
        Call call = shop.evaluate("--recipe", "itemknn," + file, "--reference", "itemknn")
                .endsWith(0);
        assertThat(call.out())
                .containsPattern("(?m)^" + Pattern.quote(file.toString()) + "  +\\.\\d")
                .contains(file + " against itemknn");
        Files.writeString(file, "recipe: itemknn\nneighbors: 1\n");
        shop.evaluate("--recipe", file.toString())
                .isMisuse(file + ": there is no setting neighbors. Nearest: neighbours");
        Files.writeString(file, "recipe: cross-category\nof: itemknm\n");
        shop.evaluate("--recipe", file.toString())
                .isMisuse(file + ": of: there is no recipe itemknm. Nearest: itemknn");
    }

    @Test
    void bound_decidesTheStatus() {
        shop.evaluate("--recipe", "itemknn", "--at-least", "itemknn.ndcg@10=0,itemknn.restricted[0].recall@10=0")
                .endsWith(0);
        Call missed = shop.evaluate("--recipe", "itemknn", "--at-least", "itemknn.ndcg@10=0.99")
                .endsWith(3);
        assertThat(missed.out()).contains("expected at least 0.9900: NO");
    }

    @Test
    void wrongSettingsOfAnEvaluation_areNamedWithWhatIsNeeded() {
        shop.evaluate("--recipe", "itemknm").isMisuse("there is no recipe itemknm. Nearest: itemknn");
        shop.evaluate("--recipe", "itemknn", "--set", "itemknn.neighbors=3")
                .isMisuse("there is no setting neighbors. Nearest: neighbours");
        shop.evaluate("--recipe", "itemknn", "--set", "ease.lambda=3")
                .isMisuse("--set ease.lambda", "Nearest: itemknn");
        shop.evaluate("--recipe", "itemknn", "--set", "itemknn.neighbours=0").isMisuse("neighbours is 0");
        shop.evaluate("--recipe", "itemknn", "--reference", "blend").isMisuse("--reference blend", "itemknn");
        shop.evaluate("--recipe", "itemknn", "--at-least", "ease.ndcg@10=0.1").isMisuse("--at-least ease.ndcg@10");
        shop.evaluate("--recipe", "itemknn", "--levels", "3").isMisuse("--levels 3", "below the 3 levels");
        shop.evaluate("--recipe", "itemknn", "--levels", "-1").isMisuse("--levels -1");
        shop.evaluate("--recipe", "itemknn", "--levels", "1,1").isMisuse("--levels 1");
        Call metric = shop.evaluate("--recipe", "itemknn", "--at-least", "itemknn.ndgc@10=0.1")
                .endsWith(2);
        assertThat(metric.err()).contains("there is no metric ndgc@10. Nearest: ndcg@");
        Call split = shop.evaluate("--recipe", "itemknn", "--split", "tempral").endsWith(2);
        assertThat(split.err()).contains("there is no split tempral; expected leave-one-out or temporal");
        Call targets = shop.evaluate("--recipe", "itemknn", "--targets", "all").endsWith(2);
        assertThat(targets.err()).contains("--targets").contains("LAST, SUCCESSIVE");
        Call.of("train", "--shop", shop.shop(), "--recipe", "itemknn,ease", "--model", shop.at("two"))
                .isMisuse("train needs one recipe, 2 were given");
    }
}
