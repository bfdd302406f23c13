package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Trainer;
import org.crossaisle.neural.sequence.DeepSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search with a made-up objective: the shallower and the longer trained, the better. */
class SearchTest {
    private static final Trainer RECIPE = Recipes.with(Recipes.of("bsarec"), Map.of("epochs", "36"));
    private static final Search SEARCH = Search.of(RECIPE, Space.usual(RECIPE, true), 20, 1);

    @TempDir
    Path directory;

    private final List<String> measured = new ArrayList<>();

    private TrialOutcome.Reached measure(Trainer trainer, int trial, int epochs) {
        measured.add(trial + " to " + epochs);
        double worth = 1 / (1 + ((DeepSequence) trainer).training().learningRate()) - 1.0 / (epochs + 3);
        return new TrialOutcome.Reached(worth, worth, epochs, epochs == 36, epochs, 1000);
    }

    private SearchResults search(String name, Objective objective) {
        try (TrialLog log = TrialLog.open(directory.resolve(name), Map.of())) {
            return SEARCH.run(log, objective, () -> true, now -> {});
        }
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name).resolve("trials.jsonl"));
    }

    /** A third of the 20 go on, and those that were among the best third when there were fewer. */
    @Test
    void search_endsWithTheBestAndTheFirstTrainedToTheEnd() {
        SearchResults findings = search("whole", this::measure);
        assertThat(findings.complete()).isTrue();
        assertThat(findings.ranked()).hasSize(20);
        assertThat(measured).doesNotHaveDuplicates().startsWith("1 to 4", "2 to 4", "3 to 4");
        assertThat(measured.stream().filter(step -> step.endsWith(" to 4"))).hasSize(20);
        assertThat(measured.stream().filter(step -> step.endsWith(" to 12")).count())
                .isBetween(6L, 10L);
        assertThat(findings.best().orElseThrow().reached().epochs()).isEqualTo(36);
        assertThat(findings.first().orElseThrow().reached().epochs()).isEqualTo(36);
        assertThat(findings.best().orElseThrow().ndcg())
                .isGreaterThan(findings.first().orElseThrow().ndcg());
    }

    /** Interrupted in every step in turn, each of which is taken again. */
    @Test
    void interruptedSearch_goesOnToTheSameLog() throws IOException {
        search("whole", this::measure);
        List<String> whole = List.copyOf(measured);
        measured.clear();
        for (int step = 0; step < whole.size() - 1; step++) {
            int until = step;
            assertThatThrownBy(() -> search("cut", (trainer, trial, epochs) -> {
                        if (measured.size() == until + 1) {
                            throw new IllegalStateException("killed");
                        }
                        return measure(trainer, trial, epochs);
                    }))
                    .satisfies(killed -> assertThat(killed).hasMessage("killed"));
        }
        search("cut", this::measure);
        assertThat(measured).isEqualTo(whole);
        assertThat(log("cut")).isEqualTo(log("whole"));
    }

    @Test
    void searchWithoutTime_isNotAtItsEnd_andGoesOn() {
        int[] steps = {0};
        try (TrialLog log = TrialLog.open(directory, Map.of())) {
            assertThat(SEARCH.run(log, this::measure, () -> steps[0]++ < 5, now -> {})
                            .complete())
                    .isFalse();
        }
        assertThat(measured).hasSize(5);
        try (TrialLog log = TrialLog.open(directory, Map.of())) {
            assertThat(SEARCH.run(log, this::measure, () -> true, now -> {}).complete())
                    .isTrue();
        }
        assertThat(measured).doesNotHaveDuplicates();
    }

    @Test
    void trialThatFails_isARowWithItsReason() {
        SearchResults findings = search("failing", (trainer, trial, epochs) -> {
            if (trial == 2) {
                throw new RecsException(RecsException.Code.TOO_LARGE, "it would take 9 MiB");
            }
            return measure(trainer, trial, epochs);
        });
        assertThat(findings.complete()).isTrue();
        assertThat(findings.ranked()).hasSize(20);
        assertThat(findings.toText()).contains("failed").contains("trial 2: TOO_LARGE: it would take 9 MiB");
        assertThatThrownBy(() -> search("full", (trainer, trial, epochs) -> {
                    throw new RecsException(RecsException.Code.STORAGE_FAILED, "the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    /** heads is 3 and the dimension 64 in one trial: no recipe, and no end of the search. */
    @Test
    void combinationThatIsNoRecipe_isARowToo() {
        Search search = new Search(
                RECIPE, List.of(Map.of(), Map.of("heads", "4", "dimension", "30")), Halving.withoutStopping());
        try (TrialLog log = TrialLog.open(directory, Map.of())) {
            assertThat(search.run(log, this::measure, () -> true, now -> {}).toText())
                    .contains("trial 2: SETTING_INVALID")
                    .contains("dimension is 30, must be a multiple of heads, 4");
        }
    }

    @Test
    void finishedTraining_goesOnWithoutBeingTrained() {
        SearchResults findings = search("finished", (trainer, trial, epochs) -> {
            TrialOutcome.Reached reached = measure(trainer, trial, epochs);
            return new TrialOutcome.Reached(reached.ndcg(), 0, 3, true, 2, 1);
        });
        assertThat(measured).hasSize(20).allMatch(step -> step.endsWith(" to 4"));
        assertThat(findings.best().orElseThrow().rung()).isEqualTo(2);
        assertThat(findings.ranked()).allMatch(trial -> trial.seconds() == 2);
    }

    @Test
    void table_isBestFirst_withTheFrontMarked() {
        List<TrialOutcome> outcomes = List.of(
                new TrialOutcome(1, 0, Map.of(), new TrialOutcome.Reached(.1, .2, 4, false, 10, 1234), ""),
                new TrialOutcome(
                        2, 0, Map.of("users.blocks", "1"), new TrialOutcome.Reached(.2, .3, 4, false, 5, 1000), ""),
                new TrialOutcome(
                        2, 1, Map.of("users.blocks", "1"), new TrialOutcome.Reached(.3, .4, 12, false, 15, 1000), ""));
        assertThat(new SearchResults(outcomes, 2, true).toText().lines())
                .containsExactly(
                        "   trial  epochs  NDCG@10  Recall@10  seconds  parameters  settings",
                        "*      2      12    .3000      .4000     20.0       1,000  blocks=1",
                        "*      1       4    .1000      .2000     10.0       1,234  as given",
                        "* no other trial reached as much in less training");
    }
}
