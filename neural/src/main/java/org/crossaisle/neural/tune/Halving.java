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
 * Which trial is trained next, and how far: successive halving with asynchronous promotion. Trials are compared at rungs, each
 * some times as many epochs as the one below; one of {@code reduction} trials at a rung goes on to the next as soon as there
 * are so many, and only where none can go on is a new one begun. When all have begun and none can go on, the best of all is
 * trained to its end, and then the first, so that there is something to compare the best with.
 *
 * <p>Source: Li et al., A System for Massively Parallel Hyperparameter Tuning, MLSys 2020, algorithm 2. It follows from the
 * outcomes alone, so a search that was interrupted goes on as it would have.
 *
 * @param rungs epochs at which trials are compared, ascending; the last is the end of the training
 * @param reduction one of so many goes on, at least 2
 */
public record Halving(List<Integer> rungs, int reduction) {
    private static final int FIRST = 4;
    private static final int REDUCTION = 3;

    /** The better first; of equal ones the earlier. */
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

    /** One rung, for recipes that are trained in one go. */
    public static Halving inOneGo() {
        return new Halving(List.of(1), REDUCTION);
    }

    /** Rungs at 4, 12, 36 and so on epochs, the last at so many. */
    public static Halving upTo(int epochs) {
        List<Integer> rungs = new ArrayList<>();
        for (long rung = FIRST; rung < epochs; rung *= REDUCTION) {
            rungs.add((int) rung);
        }
        rungs.add(epochs);
        return new Halving(rungs, REDUCTION);
    }

    /**
     * A trial to be trained to a rung.
     *
     * @param trial from 1 on
     * @param rung from 0 on
     */
    public record Step(int trial, int rung) {}

    /**
     * What is next after all that happened; empty when the search is at its end.
     *
     * @param outcomes in any order
     * @param trials how many there are
     */
    public Optional<Step> next(List<TrialOutcome> outcomes, int trials) {
        return promotion(outcomes)
                .or(() -> begin(outcomes, trials))
                .or(() -> best(outcomes).flatMap(this::higher))
                .or(() -> latest(outcomes).stream().findFirst().flatMap(this::higher));
    }

    /** Each trial by its outcome at the highest rung it came to, the first trial first. */
    static List<TrialOutcome> latest(List<TrialOutcome> outcomes) {
        SortedMap<Integer, TrialOutcome> latest = new TreeMap<>();
        outcomes.forEach(outcome ->
                latest.merge(outcome.trial(), outcome, (one, other) -> other.rung() > one.rung() ? other : one));
        return List.copyOf(latest.values());
    }

    /** The best of all; a trial that failed in the end does not count. */
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
