package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published benchmark as a stranger runs it, on a data set of 150 customers. */
@ExtendWith(TrainedShop.Once.class)
class CrossCategoryBenchTest {
    private final TrainedShop shop;

    @TempDir
    Path out;

    CrossCategoryBenchTest(TrainedShop shop) {
        this.shop = shop;
    }

    /** The files that were simulated for the shop are a data set by the name of their folder. */
    private String[] arguments(Path into, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("bench", "cross-category", "--data", shop.directory().toString(), "--out", into.toString()));
        arguments.addAll(Arrays.asList(options));
        return arguments.toArray(String[]::new);
    }

    private Call bench(String... options) {
        return Call.of(arguments(out, options));
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    /** What is printed after the lines that say what was measured. */
    private static String table(Call call, String heading) {
        return call.endsWith(0).out().substring(call.out().indexOf("\n" + heading));
    }

    @Test
    void tables_areForPeopleAndForPrograms() throws IOException {
        Path mine = Files.writeString(out.resolve("mine.yaml"), "recipe: itemknn\nneighbours: 5\n");
        Call call = bench(
                        "--set-of",
                        "files,files:entries",
                        "--recipe",
                        "popular,itemknn," + mine,
                        "--reference",
                        "itemknn",
                        "--seeds",
                        "1")
                .endsWith(0);
        assertThat(call.out())
                .containsPattern("(?m)^files, popular, seed 1: measured in \\d+\\.\\d s$")
                .containsPattern(
                        "(?m)^files \\(simulated\\), temporal, targets last, requests at the target's time, n = \\d+, X_0"
                                + " \\d+")
                .containsPattern("(?m)^Seed 1$")
                .containsPattern("(?m)^recipe +R@10 +N@10 +X_1 R@10 +X_1 N@10 +X_2 R@10 .* gap_1 +gap_2 .* J ")
                .containsPattern("(?m)^itemknn .* (-|1\\.000) +1 +\\d+\\.\\d$")
                .containsPattern("(?m)^popular +itemknn +hit\\[2]@5 on cross@2 ")
                .containsPattern("(?m)^itemknn +2 +\\d+ +[+-]?\\.\\d{4} .* to ")
                .containsPattern(
                        "(?m)^files:entries \\(simulated\\), department entries, requests at the target's time, n = \\d+ of"
                                + " \\d+ users")
                .containsPattern("(?m)^itemknn +popular +department\\.first on choice ");
        JsonNode root = json(out.resolve("files.json"));
        assertThat(root.propertyNames())
                .containsExactly(
                        "dataset",
                        "split",
                        "targets",
                        "requestTime",
                        "n",
                        "subsets",
                        "training",
                        "reference",
                        "results",
                        "comparisons",
                        "dials");
        assertThat(root.get("results")).hasSize(3);
        assertThat(root.get("results").get(2).get("recipe").stringValue()).isEqualTo(mine.toString());
        assertThat(root.get("comparisons")).hasSize(6); // three claims for each of two
        assertThat(root.get("dials")).hasSize(6); // two levels for each of three
        assertThat(json(out.resolve("files-entries.json"))
                        .at("/results/0/metrics/choice/department.first")
                        .isNumber())
                .isTrue();
        assertThat(out.resolve("files.md"))
                .content()
                .startsWith("# files (simulated)\n")
                .contains("| itemknn |");
    }

    @Test
    void secondRun_takesWhatWasMeasured_untilASettingChanges() throws IOException {
        String[] options = {"--set-of", "files", "--recipe", "popular,blend", "--seeds", "1,2"};
        Call first = bench(options);
        Path kept = out.resolve("files/blend/seed-2.json");
        String before = Files.readString(kept);
        Files.writeString(out.resolve("files/blend/seed-2.json.next"), "torn by a cra");
        Call second = bench(options);
        String heading = "files (simulated), temporal";
        assertThat(table(second, heading))
                .isEqualTo(table(first, heading)); // the seconds are those of the first run, too
        assertThat(second.out())
                .contains("files, blend, seed 2: kept from an earlier run")
                .doesNotContain("measured in");
        List<String> changed = new ArrayList<>(Arrays.asList(options));
        changed.addAll(List.of("--set", "blend.proposals=20"));
        assertThat(bench(changed.toArray(String[]::new)).endsWith(0).out())
                .contains("files, popular, seed 1: kept from an earlier run")
                .contains("files, blend, seed 1: measured in", "files, blend, seed 2: measured in");
        assertThat(kept).content().isNotEqualTo(before);
    }

    @Test
    void furtherSeeds_takeWhatTheFirstChose_unlessAskedToChoose() throws IOException {
        String[] options = {"--set-of", "files", "--recipe", "blend", "--seeds", "1,2"};
        assertThat(bench(options).endsWith(0).out())
                .contains("Seeds 1, 2; epochs and weights were chosen on validation with seed 1 alone");
        JsonNode first = json(out.resolve("files/blend/seed-1.json"));
        JsonNode second = json(out.resolve("files/blend/seed-2.json"));
        assertThat(second.get("chosen")).isEqualTo(first.get("chosen"));
        assertThat(first.at("/chosen/fitted/numbers/weights")).isNotEmpty();
        assertThat(second.get("fingerprint")).isNotEqualTo(first.get("fingerprint"));
        assertThat(out.resolve("files/blend/chosen-1.json")).exists();
        assertThat(out.resolve("files/blend/chosen-2.json")).doesNotExist();
        List<String> each = new ArrayList<>(Arrays.asList(options));
        each.add("--no-choose-once");
        assertThat(bench(each.toArray(String[]::new)).endsWith(0).out())
                .contains("chosen on validation for each seed")
                .contains("seed 1: kept from an earlier run", "seed 2: measured in");
        assertThat(out.resolve("files/blend/chosen-2.json")).exists();
    }

    @Test
    void killedRun_comesToTheSameTable() throws IOException, InterruptedException {
        String[] options = {
            "--set-of",
            "files",
            "--recipe",
            "popular,transformer",
            "--seeds",
            "1,2",
            "--set",
            "transformer.epochs=4",
            "--set",
            "transformer.dimension=16"
        };
        Path whole = out.resolve("whole");
        Call undisturbed = Call.of(arguments(whole, options)).endsWith(0);
        assertThat(undisturbed.out()).contains("files, transformer, seed 2: measured in");
        Path killed = out.resolve("killed");
        Process child = ChildProgram.start(out.resolve("child.txt"), arguments(killed, options));
        Path chosen = killed.resolve("files/transformer/chosen-1.json");
        while (child.isAlive() && !Files.exists(chosen)) {
            child.waitFor(5, TimeUnit.MILLISECONDS);
        }
        child.destroyForcibly();
        child.waitFor();
        assertThat(chosen).as(Files.readString(out.resolve("child.txt"))).exists();
        assertThat(killed.resolve("files.json")).doesNotExist();
        assertThat(Call.of(arguments(killed, options)).endsWith(0).out())
                .contains(
                        "files, popular, seed 2: kept from an earlier run", "files, transformer, seed 2: measured in");
        assertThat(withoutSeconds(killed)).isEqualTo(withoutSeconds(whole));
    }

    private static String withoutSeconds(Path run) throws IOException {
        return Files.readString(run.resolve("files.json")).replaceAll("\"seconds\" : [^,]*,", "");
    }

    @Test
    void anotherRequestTime_isMeasuredAnew_andSaidSo() {
        String[] options = {"--set-of", "files", "--recipe", "popular-30-days", "--seeds", "1"};
        bench(options).endsWith(0);
        Call other = bench(Stream.concat(Stream.of(options), Stream.of("--request-time", "last-event"))
                        .toArray(String[]::new))
                .endsWith(0);
        assertThat(other.out())
                .contains("popular-30-days, seed 1: measured in ")
                .contains("targets last, requests at the time of the last event before the target, n = ");
        assertThat(bench(options).endsWith(0).out()).contains("requests at the target's time, n = ");
    }

    @Test
    void simulator_isADataSetThatIsMade() {
        assertThat(bench("--set-of", "simulator", "--recipe", "popular", "--seeds", "1")
                        .endsWith(0)
                        .out())
                .containsPattern(
                        "(?m)^simulator \\(simulated\\), temporal, targets last, requests at the target's time, n = \\d{4}")
                .containsPattern("(?m)^popular .* 1\\.000 ");
    }

    @Test
    void wrongSettings_areNamedWithWhatIsNeeded() {
        bench("--set-of", "files,filse", "--recipe", "popular").isMisuse("--set-of filse", "Nearest: files");
        bench("--set-of", shop.shop(), "--recipe", "popular").isMisuse("--set-of " + shop.shop(), "name of a folder");
        bench("--set-of", "..", "--recipe", "popular").isMisuse("--set-of ..", "name of a folder");
        bench("--recipe", "populra").isMisuse("there is no recipe populra. Nearest: popular");
        bench("--recipe", "popular", "--reference", "blend").isMisuse("--reference blend", "Nearest: popular");
        bench("--recipe", "popular", "--set", "blend.parts=1").isMisuse("--set blend.parts");
    }

    /** What the page tells a stranger to type is understood. */
    @Test
    void commandsOfThePage_areUnderstood() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/benchmark.md"))) {
            List<String> commands =
                    lines.filter(line -> line.startsWith("    ./crossaisle ")).toList();
            assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
            commands.forEach(command -> assertThatNoException()
                    .as(command)
                    .isThrownBy(() -> Main.commandLine()
                            .parseArgs(command.strip()
                                    .substring("./crossaisle ".length())
                                    .split(" +"))));
        }
    }
}
