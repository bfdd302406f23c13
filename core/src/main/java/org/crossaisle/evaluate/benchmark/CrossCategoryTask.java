package org.crossaisle.evaluate.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.FullRanking;
import org.crossaisle.evaluate.LeakCheck;
import org.crossaisle.evaluate.compare.Claim;
import org.crossaisle.evaluate.compare.Comparisons;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.evaluate.metric.Measures;
import org.crossaisle.model.Model;

/**
 * A benchmark on the targets of a split, on all of them and on those across categories. It measures how well items and
 * categories are predicted, properties of the lists, and the effect of the calibrated share. Items of the history do
 * not compete, and targets that are among them are left out.
 */
public final class CrossCategoryTask implements BenchmarkTask {
    private final Split split;
    private final List<Integer> levels;
    private final List<Target> targets;
    private final Map<String, int[]> subsets;
    private final Measures measures;
    private final FullRanking ranker;
    private final DialLists dial;

    /**
     * A task on a split.
     *
     * @param levels of the categories, ascending, at least one; the calibrated share is evaluated at the two deepest
     * @throws IllegalStateException when the split leaks
     */
    public CrossCategoryTask(Split split, List<Integer> levels) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels is empty, expected at least one level of categories");
        }
        LeakCheck.of(split);
        this.split = split;
        this.levels = List.copyOf(levels);
        List<CategoryLevel> categories = levels.stream()
                .map(level -> new CategoryLevel(
                        split.refit().catalog(), level, split.refit().knownItems(), CategoryLevel.MINIMUM_ITEMS))
                .toList();
        targets = split.test().stream()
                .filter(target -> !target.history().contains(target.item()))
                .toList();
        measures = new Measures(categories, split.refit());
        ranker = new FullRanking(categories, true);
        dial = new DialLists(dials(), split.refit());
        subsets = subsets(categories);
    }

    /** Subsets depend on histories and targets only; no answer is needed. */
    private Map<String, int[]> subsets(List<CategoryLevel> categories) {
        List<Answer> unanswered = targets.stream()
                .map(target -> new Answer(
                        target,
                        0,
                        new int[0],
                        new int[categories.size()],
                        categories.stream().map(target.history()::categories).toList()))
                .toList();
        Map<String, int[]> counted = new LinkedHashMap<>();
        measures.subsets(unanswered).forEach((name, places) -> {
            if (name.equals("all")
                    || name.equals("switch")
                    || name.equals("cold")
                    || name.startsWith("within@")
                    || name.startsWith("cross@")) {
                counted.put(name, places);
            }
        });
        return counted;
    }

    @Override
    public Split split() {
        return split;
    }

    @Override
    public List<Target> targets() {
        return targets;
    }

    @Override
    public Map<String, int[]> subsets() {
        return new LinkedHashMap<>(subsets);
    }

    private int deepest() {
        return levels.get(levels.size() - 1);
    }

    @Override
    public TargetValues measure(Model model, Progress progress) {
        LeakCheck.of(model, split.refit());
        Map<String, double[]> values =
                new LinkedHashMap<>(measures.ofTargets(ranker.rank(model, targets, progress), List.of()));
        values.keySet().retainAll(kept());
        values.putAll(dial.of(model, targets, progress));
        for (int level : levels) {
            double[] isNew = new double[targets.size()];
            for (int place : subsets.getOrDefault("cross@" + level, new int[0])) {
                isNew[place] = 1;
            }
            values.put("cross[" + level + "]", isNew);
        }
        return TargetValues.of(values).rounded();
    }

    /** The metrics that a table needs; others would be stored in vain. */
    private Set<String> kept() {
        Set<String> kept = new LinkedHashSet<>(List.of("recall@10", "ndcg@10", "mrr@10", "distance@10"));
        for (int level : levels) {
            kept.add("hit[" + level + "]@5");
            kept.add("hit[" + level + "]@10");
            kept.add("novelty[" + level + "]@10");
        }
        kept.add("calibration[" + deepest() + "]@10");
        kept.add("jensenshannon[" + deepest() + "]@10");
        kept.add("categories[" + deepest() + "]@10");
        return kept;
    }

    @Override
    public String heading() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, targets %s, %s, n = %d",
                split.name(),
                split.targets(),
                RequestTime.heading(split.knownRequestTime()),
                targets.size()));
        subsets.forEach((name, places) -> {
            if (name.startsWith("cross@") || name.equals("switch")) {
                text.append(String.format(
                        Locale.ROOT,
                        ", %s %d (%.1f %%)",
                        name.replace("cross@", "X_"),
                        places.length,
                        100.0 * places.length / Math.max(1, targets.size())));
            }
        });
        int repeats = split.test().size() - targets.size();
        return repeats == 0 ? text.toString() : text + ", " + repeats + " repeats left out";
    }

    @Override
    public String legend() {
        return "Recall@10 / NDCG@10 over the whole catalog, items of the history masked, ties count against the"
                + " model. X_l: the target's category of level l is new to the user";
    }

    @Override
    public List<ReportColumn> columns() {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(new ReportColumn("R@10", "all", "recall@10"));
        columns.add(new ReportColumn("N@10", "all", "ndcg@10"));
        for (int level : dials()) {
            columns.add(new ReportColumn("X_" + level + " R@10", "cross@" + level, "recall@10"));
            columns.add(new ReportColumn("X_" + level + " N@10", "cross@" + level, "ndcg@10"));
        }
        columns.add(new ReportColumn("switch N@10", "switch", "ndcg@10"));
        columns.add(new ReportColumn("X_" + deepest() + " hit@5", "cross@" + deepest(), "hit[" + deepest() + "]@5"));
        for (int level : dials()) {
            columns.add(new ReportColumn("gap_" + level, "all", "novelty[" + level + "]@10", "cross[" + level + "]"));
        }
        columns.add(new ReportColumn("C_KL", "all", "calibration[" + deepest() + "]@10"));
        columns.add(new ReportColumn("distance", "all", "distance@10"));
        return columns;
    }

    @Override
    public List<Claim> claims() {
        return Comparisons.acrossCategories(subsets);
    }

    @Override
    public Optional<Claim> crossing() {
        return claims().stream()
                .filter(claim -> claim.isPrimary() && claim.subset().startsWith("cross@"))
                .findFirst();
    }

    /** The two deepest levels. */
    @Override
    public List<Integer> dials() {
        return levels.subList(Math.max(0, levels.size() - 2), levels.size());
    }
}
