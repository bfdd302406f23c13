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
import java.util.concurrent.TimeUnit;
import org.crossaisle.io.recipe.Recipes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for settings as a person uses it, on a simulated shop of 100 customers. */
class TuneTest {
    private static final String[] SMALL = {
        "--recipe", "transformer", "--set", "transformer.epochs=6", "--set", "transformer.heads=1", "--trials", "4"
    };

    @TempDir
    static Path directory;

    private record Call(int status, String out, String err) {
        Call endsWith(int expected) {
            assertThat(status).as("%s%n%s", out, err).isEqualTo(expected);
            return this;
        }
    }

    private static String at(String name) {
        return directory.resolve(name).toString();
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

    private static String[] tune(String out, String... options) {
        List<String> arguments = new ArrayList<>(List.of("tune", "--shop", at("shop"), "--out", at(out)));
        arguments.addAll(Arrays.asList(options));
        return arguments.toArray(String[]::new);
    }

    private static String[] small(String out) throws IOException {
        Path space = Files.writeString(
                directory.resolve("space.yaml"),
                "learningRate: {from: 0.001, to: 0.01, log: true}\ndimension: [8, 16]\nblocks: [1]\n");
        List<String> options = new ArrayList<>(List.of(SMALL));
        options.addAll(List.of("--space", space.toString()));
        return tune(out, options.toArray(String[]::new));
    }

    private static String logWithoutSeconds(String out) throws IOException {
        return Files.readString(directory.resolve(out).resolve("trials.jsonl"))
                .replaceAll("\"seconds\":[^,}]*", "\"seconds\":0");
    }

    @BeforeAll
    static void simulateAndImport() {
        call("simulate", "--users", "100", "--items", "100", "--events", "1500", "--plain", "--out", at("files"))
                .endsWith(0);
        call("import", "--events", at("files/events.csv"), "--items", at("files/items.csv"), "--shop", at("shop"))
                .endsWith(0);
    }

    @Test
    void countingRecipe_isSearchedInOneGo_andItsBestIsARecipe() {
        Call tuned = call(tune("knn", "--recipe", "itemknn", "--set", "itemknn.neighbours=40", "--trials", "6"))
                .endsWith(0);
        assertThat(tuned.out())
                .contains("6 trials of itemknn: {recency=0.2 to 1, shrinkage=1 to 200, log}")
                .contains("trial 1 of 6, as given: NDCG@10 .")
                .containsPattern("trial +epochs +NDCG@10 +Recall@10 +seconds +parameters +settings")
                .containsPattern("best: trial \\d, NDCG@10 0\\.\\d+(; as given 0\\.\\d+)?; in .*best.yaml");
        String best = at("knn/best.yaml");
        assertThat(Recipes.describe(Recipes.of(best)))
                .containsEntry("recipe", "itemknn")
                .containsEntry("neighbours", 40);
        call("train", "--shop", at("shop"), "--recipe", best, "--model", at("model"))
                .endsWith(0);
        assertThat(call("evaluate", "--shop", at("shop"), "--recipe", "itemknn," + best)
                        .endsWith(0)
                        .out())
                .contains(best);
    }

    /** Killed with SIGKILL behind its second step and asked for again, it ends as a search that was left alone. */
    @Test
    void killedSearch_goesOnToTheSameTrialsAndTheSameBest() throws IOException, InterruptedException {
        Call whole = call(small("whole")).endsWith(0);
        assertThat(whole.out())
                .contains("4 trials of transformer")
                .contains("epoch 4, NDCG@10")
                .contains("epoch 6, NDCG@10");
        assertThat(directory.resolve("whole/checkpoints")).doesNotExist();

        Process child = ChildProgram.start(directory.resolve("child.txt"), small("killed"));
        Path log = directory.resolve("killed/trials.jsonl");
        while (child.isAlive() && (!Files.exists(log) || Files.readAllLines(log).size() < 3)) {
            child.waitFor(5, TimeUnit.MILLISECONDS);
        }
        child.destroyForcibly();
        assertThat(child.waitFor())
                .as(Files.readString(directory.resolve("child.txt")))
                .isEqualTo(128 + 9);
        int steps = Files.readAllLines(log).size() - 1;
        assertThat(logWithoutSeconds("whole")).startsWith(logWithoutSeconds("killed"));

        Call resumed = call(small("killed")).endsWith(0);
        assertThat(resumed.out()).contains("resuming after " + steps + " steps");
        assertThat(logWithoutSeconds("killed")).isEqualTo(logWithoutSeconds("whole"));
        assertThat(directory.resolve("killed/best.yaml")).hasSameBinaryContentAs(directory.resolve("whole/best.yaml"));
        assertThat(call(small("killed")).endsWith(0).out()).doesNotContain("trial 1 of 4");
    }

    /** Every command that docs/tuning.md shows does what it is there for, in order, with fewer trials and epochs. */
    @Test
    void everyCommandOfTheGuide_isDone() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "tuning.md"));
        Files.writeString(
                directory.resolve("myspace.yaml"),
                guide.replaceAll("(?s).*<!-- space.yaml -->(.*)<!-- end -->.*", "$1")
                        .stripIndent());
        int called = 0;
        for (String line :
                guide.lines().filter(one -> one.startsWith("    ./crossaisle ")).toList()) {
            String asked = line.substring("    ./crossaisle ".length())
                    .replaceAll("--trials \\d+", "--trials 2")
                    .replaceFirst(
                            "--recipe bsarec", "--set bsarec.epochs=1 --set bsarec.maximumLength=9 --recipe bsarec")
                    .replace("--shop myshop", "--shop " + at("shop"))
                    .replaceAll("(?<![\\w.])(tuned|mymodel|myspace)", directory + "/guide-$1")
                    .replace("guide-myspace", "myspace");
            call(asked.split(" ")).endsWith(0);
            called++;
        }
        assertThat(called).isEqualTo(5);
        assertThat(directory.resolve("guide-tuned-own/best.yaml")).content().contains("maximumLength: 9");
    }

    @Test
    void trialThatIsTooLarge_isARowWithItsReason() throws IOException {
        Path space = Files.writeString(directory.resolve("large.yaml"), "maximumItems: [10]\n");
        Call tuned = call(tune("large", "--recipe", "ease", "--space", space.toString()))
                .endsWith(0);
        assertThat(tuned.out())
                .contains("2 trials of ease")
                .containsPattern("2 +- +failed")
                .contains("trial 2: TOO_LARGE: ")
                .contains("best: trial 1");
        Call refused = call(tune("alltoolarge", "--recipe", "ease", "--set", "ease.maximumItems=10", "--trials", "2"))
                .endsWith(1);
        assertThat(refused.out()).contains("trial 1: TOO_LARGE: ").contains("no trial could be measured");
    }

    @Test
    void whatCannotBeSearched_isNamed() throws IOException {
        Path space = Files.writeString(directory.resolve("wrong.yaml"), "shrinkag: [1, 2]\n");
        assertThat(call(tune("none", "--recipe", "itemknn", "--space", space.toString()))
                        .endsWith(2)
                        .err())
                .contains("wrong.yaml: there is no setting shrinkag. Nearest: shrinkage");
        Files.writeString(space, "shrinkage: [1, 2]\n");
        assertThat(call(tune(
                                "none",
                                "--recipe",
                                "itemknn",
                                "--set",
                                "itemknn.shrinkage=3",
                                "--space",
                                space.toString()))
                        .endsWith(2)
                        .err())
                .contains("shrinkage is fixed by --set and searched by");
        assertThat(call(tune("none", "--recipe", "blend")).endsWith(2).err())
                .contains("blend has no settings left to search; name some with --space");
        assertThat(call(tune("none", "--recipe", "itemknn", "--trials", "0"))
                        .endsWith(2)
                        .err())
                .contains("--trials is 0, must be at least 1");
        assertThat(call(tune("none", "--recipe", "itemknn,ease")).endsWith(2).err())
                .contains("tune needs one recipe, 2 were given");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void directoryOfAnotherSearch_isRefusedWithBothValues() {
        call(tune("taken", "--recipe", "itemknn", "--trials", "2")).endsWith(0);
        assertThat(call(tune("taken", "--recipe", "itemknn", "--trials", "2", "--seed", "7"))
                        .endsWith(2)
                        .err())
                .contains("trials.jsonl holds another search: its seed is 1, now it is 7");
        assertThat(call(tune("taken", "--recipe", "popular", "--trials", "2"))
                        .endsWith(2)
                        .err())
                .contains("holds another search: its recipe is itemknn, now it is popular");
        assertThat(call(tune("taken", "--recipe", "itemknn", "--set", "itemknn.neighbours=7"))
                        .endsWith(2)
                        .err())
                .contains("its recipe.neighbours is 500, now it is 7");
        call("import", "--events", at("files/events.csv"), "--items", at("files/items.csv"), "--shop", at("other"))
                .endsWith(0);
        assertThat(call("tune", "--shop", at("other"), "--out", at("taken"), "--recipe", "itemknn")
                        .endsWith(2)
                        .err())
                .contains("its shop is shop, imported at ", ", now it is other, imported at ");
        assertThat(call(tune("taken", "--recipe", "itemknn", "--trials", "3"))
                        .endsWith(0)
                        .out())
                .contains("resuming after 2 steps")
                .contains("trial 3 of 3");
    }
}
