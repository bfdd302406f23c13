package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HalvingTest {
    private static final Halving HALVING = new Halving(List.of(1, 3, 9), 3);

    /** Steps until the end, where a trial is worth what the table says at every rung; 0 fails. */
    private static List<String> steps(double... worth) {
        List<TrialOutcome> outcomes = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (Optional<Halving.Step> next = HALVING.next(outcomes, worth.length);
                next.isPresent();
                next = HALVING.next(outcomes, worth.length)) {
            Halving.Step step = next.get();
            steps.add(step.trial() + ":" + step.rung());
            outcomes.add(outcome(step.trial(), step.rung(), worth[step.trial() - 1]));
        }
        return steps;
    }

    private static TrialOutcome outcome(int trial, int rung, double worth) {
        return new TrialOutcome(
                trial,
                rung,
                Map.of(),
                new TrialOutcome.Reached(worth, 0, 0, false, 1, 1),
                worth == 0 ? "TRAINING_DIVERGED: the loss is NaN" : "");
    }

    /*
     * Of three at a rung the best goes on, at once. 3 of 1 2 3; then 4 5 6 make six, whose best two are 6 and 3, so 6
     * goes on; 7 8 9 make nine, whose best three are 6, 3 and 8, so 8 goes on. Now three are at the second rung, and 6
     * goes to the end. It is the best; the first trial follows for comparison.
     */
    @Test
    void oneOfThree_goesOnAsSoonAsThereAreThree() {
        assertThat(steps(.10, .20, .50, .11, .12, .90, .13, .40, .14))
                .containsExactly(
                        "1:0", "2:0", "3:0", "3:1", "4:0", "5:0", "6:0", "6:1", "7:0", "8:0", "9:0", "8:1", "6:2",
                        "1:1", "1:2");
    }

    /** 2 is passed by 1 and 3 when it is the second of six, but not before. */
    @Test
    void trialThatWasNotGoodEnough_goesOnWhenThereAreMoreBelowIt() {
        assertThat(steps(.30, .50, .10, .11, .12, .13))
                .containsExactly("1:0", "2:0", "3:0", "2:1", "4:0", "5:0", "6:0", "1:1", "2:2", "1:2");
    }

    @Test
    void failedTrial_neverGoesOn_butIsCounted() {
        assertThat(steps(.30, 0, 0)).containsExactly("1:0", "2:0", "3:0", "1:1", "1:2");
        assertThat(steps(0, 0, 0)).containsExactly("1:0", "2:0", "3:0");
    }

    @Test
    void fewTrials_endWithTheBestAndTheFirstAtTheLastRung() {
        assertThat(steps(.10, .20)).containsExactly("1:0", "2:0", "2:1", "2:2", "1:1", "1:2");
        assertThat(steps(.10)).containsExactly("1:0", "1:1", "1:2");
    }

    @Test
    void equalTrials_goOnInTheirOrder() {
        assertThat(steps(.20, .20, .20)).startsWith("1:0", "2:0", "3:0", "1:1");
    }

    /** It reached .9 after one epoch and diverged after that. */
    @Test
    void trialThatFailedAtAHigherRung_isNotTheBest() {
        List<TrialOutcome> outcomes = List.of(outcome(1, 0, .3), outcome(2, 0, .9), outcome(2, 1, 0));
        assertThat(Halving.best(outcomes)).contains(outcomes.get(0));
    }

    @Test
    void rungs_growByTheReductionUpToTheEnd() {
        assertThat(Halving.upTo(100).rungs()).containsExactly(4, 12, 36, 100);
        assertThat(Halving.upTo(12).rungs()).containsExactly(4, 12);
        assertThat(Halving.upTo(2).rungs()).containsExactly(2);
        assertThat(Halving.upTo(Integer.MAX_VALUE).rungs()).endsWith(Integer.MAX_VALUE);
        assertThatThrownBy(() -> new Halving(List.of(3, 1), 3))
                .hasMessage("rungs are [3, 1], must be one or more, ascending");
        assertThatThrownBy(() -> new Halving(List.of(1), 1)).hasMessage("reduction is 1, must be at least 2");
    }
}
