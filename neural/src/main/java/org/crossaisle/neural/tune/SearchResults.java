package org.crossaisle.neural.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossaisle.report.TextTable;

/**
 * The results of a search so far.
 *
 * @param outcomes in order of arrival
 * @param trials total number of trials
 * @param complete whether the search is complete
 */
public record SearchResults(List<TrialOutcome> outcomes, int trials, boolean complete) {
    private static final List<String> HEADER =
            List.of("", "trial", "epochs", "NDCG@10", "Recall@10", "seconds", "parameters");

    public SearchResults {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A trial with a summary of its outcomes.
     *
     * @param last its outcome at the highest rung it reached
     * @param seconds total training time
     */
    record Trial(TrialOutcome last, double seconds) {}

    /** The trials that were measured, best first, then those that failed. */
    List<Trial> ranked() {
        return Halving.latest(outcomes).stream()
                .sorted(Halving.BETTER)
                .map(latest -> new Trial(latest, seconds(latest.trial())))
                .toList();
    }

    private double seconds(int trial) {
        return outcomes.stream()
                .filter(outcome -> outcome.trial() == trial)
                .mapToDouble(outcome -> outcome.reached().seconds())
                .sum();
    }

    /** The best trial; empty if no trial could be measured. */
    public Optional<TrialOutcome> best() {
        return Halving.best(outcomes);
    }

    /** The recipe as given; empty if it could not be measured. */
    public Optional<TrialOutcome> first() {
        return Halving.latest(outcomes).stream().findFirst().filter(first -> !first.failed());
    }

    /** A one-line summary of the last step. */
    public String lastInWords() {
        TrialOutcome last = outcomes.get(outcomes.size() - 1);
        String head = "trial " + last.trial() + " of " + trials + ", " + words(last.settings()) + ": ";
        if (last.failed()) {
            return head + last.problem();
        }
        return head
                + String.format(
                        Locale.ROOT,
                        "%sNDCG@10 %s in %.1f s%s",
                        last.reached().epochs() > 0 ? "epoch " + last.reached().epochs() + ", " : "",
                        number(last.ndcg()),
                        last.reached().seconds(),
                        best().map(best -> "; the best is trial " + best.trial() + ", " + number(best.ndcg()))
                                .orElse(""));
    }

    /**
     * A table with one row per trial, those on the Pareto front of quality and cost marked, followed by the reasons for
     * failures.
     */
    public String toText() {
        List<Trial> ranked = ranked();
        List<Trial> measured =
                ranked.stream().filter(trial -> !trial.last().failed()).toList();
        boolean[] front = ParetoFront.of(
                measured.stream().mapToDouble(trial -> trial.last().ndcg()).toArray(),
                measured.stream().mapToDouble(Trial::seconds).toArray());
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (int at = 0; at < ranked.size(); at++) {
            rows.add(row(ranked.get(at), at < front.length && front[at]));
        }
        List<String> lines = TextTable.of(rows).lines().toList();
        StringBuilder text =
                new StringBuilder(lines.get(0)).append("  settings").append(System.lineSeparator());
        for (int at = 0; at < ranked.size(); at++) {
            text.append(lines.get(at + 1))
                    .append("  ")
                    .append(words(ranked.get(at).last().settings()))
                    .append(System.lineSeparator());
        }
        text.append("* no other trial reached as much in less training").append(System.lineSeparator());
        ranked.stream()
                .map(Trial::last)
                .filter(TrialOutcome::failed)
                .forEach(failed -> text.append("trial ")
                        .append(failed.trial())
                        .append(": ")
                        .append(failed.problem())
                        .append(System.lineSeparator()));
        return text.toString();
    }

    private static List<String> row(Trial trial, boolean front) {
        TrialOutcome.Reached reached = trial.last().reached();
        String number = String.valueOf(trial.last().trial());
        if (trial.last().failed()) {
            return List.of("", number, "-", "failed", "-", String.format(Locale.ROOT, "%.1f", trial.seconds()), "-");
        }
        return List.of(
                front ? "*" : "",
                number,
                reached.epochs() > 0 ? String.valueOf(reached.epochs()) : "-",
                number(reached.ndcg()),
                number(reached.recall()),
                String.format(Locale.ROOT, "%.1f", trial.seconds()),
                String.format(Locale.ROOT, "%,d", reached.parameters()));
    }

    /** The settings without the prefixes before their dots. */
    private static String words(Map<String, String> settings) {
        return settings.isEmpty()
                ? "as given"
                : settings.entrySet().stream()
                        .map(entry ->
                                entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1) + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceFirst("^0\\.", ".");
    }
}
