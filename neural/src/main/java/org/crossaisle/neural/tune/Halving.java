package org.crossaisle.neural.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossaisle.Bounds;

/**
 * The scheduler of a search, which chooses the next trial and its number of epochs: successive halving with
 * asynchronous promotion. Trials are compared at rungs, each a multiple of the epochs of the rung below. One in
 * {@code reduction} trials of a rung is promoted to the next as soon as the rung has enough trials; a new trial starts
 * only if none can be promoted. When all have started and none can be promoted, the best trial is trained to the end,
 * and then the first trial, as the baseline for the best.
 *
 * <p>Source: Li et al., A System for Massively Parallel Hyperparameter Tuning, MLSys 2020, algorithm 2. The schedule
 * depends only on the outcomes, so an interrupted search resumes unchanged.
 *
 * @param rungs epochs at which trials are compared, ascending; the last is the end of the training
 * @param reduction one in this many trials is promoted, at least 2
 */
public record Halving(List<Integer> rungs, int reduction) {
    private static final int FIRST = 4;
    private static final int REDUCTION = 3;

    /** Best first; ties by trial order. */
    static final Comparator<TrialOutcome> BETTER = Comparator.comparing(TrialOutcome::failed)
            .thenComparing(TrialOutcome::ndcg, Comparator.reverseOrder())
            .thenComparing(TrialOutcome::trial);

    public Halving {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty() || !rungs.equals(rungs.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("rungs are " + rungs + ", must be one or more, ascending");
        }
        Bounds.atLeast("reduction", reduction, 2);
    }

    /** A single rung, for recipes without epochs. */
    public static Halving withoutStopping() {
        return new Halving(List.of(1), REDUCTION);
    }

    /** Rungs at 4, 12, 36 and so on epochs; the last is at {@code epochs}. */
    public static Halving upTo(int epochs) {
        List<Integer> rungs = new ArrayList<>();
        for (long rung = FIRST; rung < epochs; rung *= REDUCTION) {
            rungs.add((int) rung);
        }
        rungs.add(epochs);
        return new Halving(rungs, REDUCTION);
    }

    /**
     * The training of a trial up to a rung.
     *
     * @param trial from 1
     * @param rung from 0
     */
    public record Step(int trial, int rung) {}

    /**
     * The next step, given all outcomes so far; empty when the search is complete.
     *
     * @param outcomes in any order
     * @param trials total number of trials
     */
    public Optional<Step> next(List<TrialOutcome> outcomes, int trials) {
        return promotion(outcomes)
                .or(() -> begin(outcomes, trials))
                .or(() -> best(outcomes).flatMap(this::higher))
                .or(() -> latest(outcomes).stream().findFirst().flatMap(this::higher));
    }

    /** The outcome of each trial at its highest rung, in trial order. */
    static List<TrialOutcome> latest(List<TrialOutcome> outcomes) {
        SortedMap<Integer, TrialOutcome> latest = new TreeMap<>();
        outcomes.forEach(outcome ->
                latest.merge(outcome.trial(), outcome, (one, other) -> other.rung() > one.rung() ? other : one));
        return List.copyOf(latest.values());
    }

    /** The best trial, not counting those whose latest outcome is a failure. */
    static Optional<TrialOutcome> best(List<TrialOutcome> outcomes) {
        return latest(outcomes).stream().filter(outcome -> !outcome.failed()).min(BETTER);
    }

    private Optional<Step> promotion(List<TrialOutcome> outcomes) {
        for (int rung = rungs.size() - 2; rung >= 0; rung--) {
            List<TrialOutcome> here = at(rung, outcomes);
            Set<Integer> above =
                    at(rung + 1, outcomes).stream().map(TrialOutcome::trial).collect(Collectors.toSet());
            Optional<TrialOutcome> first = here.stream()
                    .sorted(BETTER)
                    .limit(here.size() / reduction)
                    .filter(outcome -> !outcome.failed() && !above.contains(outcome.trial()))
                    .findFirst();
            if (first.isPresent()) {
                return Optional.of(new Step(first.get().trial(), rung + 1));
            }
        }
        return Optional.empty();
    }

    private static List<TrialOutcome> at(int rung, List<TrialOutcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.rung() == rung).toList();
    }

    private static Optional<Step> begin(List<TrialOutcome> outcomes, int trials) {
        int begun = at(0, outcomes).size();
        return begun < trials ? Optional.of(new Step(begun + 1, 0)) : Optional.empty();
    }

    private Optional<Step> higher(TrialOutcome latest) {
        return latest.failed() || latest.rung() == rungs.size() - 1
                ? Optional.empty()
                : Optional.of(new Step(latest.trial(), latest.rung() + 1));
    }
}
