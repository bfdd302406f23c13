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
 * A search among trials of a recipe. All it knows is in the log: begun again with the same, it goes on where it was.
 *
 * @param trainer the recipe as it was given, which is the first trial
 * @param trials for each the settings that differ
 * @param halving decides which goes on
 */
public record Search(Trainer trainer, List<Map<String, String>> trials, Halving halving) {
    /** A trial that fails by one of these says so in its row; anything else ends the search. */
    private static final Set<RecsException.Code> OF_THE_TRIAL = Set.of(
            RecsException.Code.TOO_LARGE,
            RecsException.Code.TRAINING_DIVERGED,
            RecsException.Code.SETTING_INVALID,
            RecsException.Code.UNSUPPORTED);

    public Search {
        trials = List.copyOf(trials);
    }

    /**
     * A search of the usual kind.
     *
     * @param most how many trials, the recipe as it was given among them
     */
    public static Search of(Trainer trainer, Space space, int most, long seed) {
        return new Search(
                trainer,
                space.trials(trainer, most, seed),
                trainer instanceof DeepSequence deep
                        ? Halving.upTo(deep.training().epochs())
                        : Halving.inOneGo());
    }

    /**
     * Searches until all is done or there is no time left.
     *
     * @param inTime asked before each step; a step that has begun is finished
     * @param watcher is shown everything there is after each step
     * @return everything there is
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
