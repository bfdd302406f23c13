package org.crossaisle.neural.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Trainer;
import org.crossaisle.neural.sequence.DeepSequence;

/**
 * A search among trials of a recipe. Its whole state is in the log, so a search started again with the same arguments
 * resumes where it stopped.
 *
 * @param trainer the recipe as given, which is the first trial
 * @param trials for each trial, the settings that differ from the recipe
 * @param halving decides which trials are trained further
 */
public record Search(Trainer trainer, List<Map<String, String>> trials, Halving halving) {
    /** Errors that fail only the trial and are recorded in its row; any other error ends the search. */
    private static final Set<RecsException.Code> OF_THE_TRIAL = Set.of(
            RecsException.Code.TOO_LARGE,
            RecsException.Code.TRAINING_DIVERGED,
            RecsException.Code.SETTING_INVALID,
            RecsException.Code.UNSUPPORTED);

    public Search {
        trials = List.copyOf(trials);
    }

    /**
     * A search with the default scheduler.
     *
     * @param most maximum number of trials, including the recipe as given
     */
    public static Search of(Trainer trainer, Space space, int most, long seed) {
        return new Search(
                trainer,
                space.trials(trainer, most, seed),
                trainer instanceof DeepSequence deep
                        ? Halving.upTo(deep.training().epochs())
                        : Halving.withoutStopping());
    }

    /**
     * Searches until the search is complete or time is up.
     *
     * @param inTime whether there is time left; asked before each step, and a step that has started is finished
     * @param watcher receives the results so far after each step
     * @return the results so far
     */
    public SearchResults run(
            TrialLog log, Objective objective, BooleanSupplier inTime, Consumer<SearchResults> watcher) {
        List<TrialOutcome> outcomes = new ArrayList<>(log.outcomes());
        Optional<Halving.Step> next = halving.next(outcomes, trials.size());
        while (next.isPresent() && inTime.getAsBoolean()) {
            TrialOutcome outcome = take(next.get(), outcomes, objective);
            log.append(outcome);
            outcomes.add(outcome);
            next = halving.next(outcomes, trials.size());
            watcher.accept(new SearchResults(outcomes, trials.size(), next.isEmpty()));
        }
        return new SearchResults(outcomes, trials.size(), next.isEmpty());
    }

    private TrialOutcome take(Halving.Step step, List<TrialOutcome> outcomes, Objective objective) {
        Map<String, String> settings = trials.get(step.trial() - 1);
        try {
            TrialOutcome.Reached reached = outcomes.stream()
                    .filter(earlier -> earlier.trial() == step.trial()
                            && earlier.rung() == step.rung() - 1
                            && earlier.reached().finished())
                    .findFirst()
                    .map(earlier -> earlier.reached().again())
                    .orElseGet(() -> objective.measure(
                            withSettings(settings),
                            step.trial(),
                            halving.rungs().get(step.rung())));
            return new TrialOutcome(step.trial(), step.rung(), settings, reached, "");
        } catch (RecsException e) {
            if (!OF_THE_TRIAL.contains(e.code())) {
                throw e;
            }
            return new TrialOutcome(
                    step.trial(),
                    step.rung(),
                    settings,
                    TrialOutcome.Reached.NOTHING,
                    e.code() + ": " + e.getMessage());
        }
    }

    /** The recipe with the settings of a trial. */
    public Trainer withSettings(Map<String, String> settings) {
        return Recipes.with(trainer, settings, "a trial of " + trainer.name());
    }
}
