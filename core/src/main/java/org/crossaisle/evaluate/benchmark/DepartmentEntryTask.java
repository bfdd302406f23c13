package org.crossaisle.evaluate.benchmark;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.dataset.DepartmentEntries;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.LeakCheck;
import org.crossaisle.evaluate.compare.Claim;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.evaluate.metric.ScoredTargets;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.Recall;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * A benchmark on first interactions in new departments ({@link DepartmentEntries}). It measures how well the item is
 * predicted, within the entered department and in the whole catalogue, and how well the department is. Predicting which
 * new department is entered can only fail if there are at least two; these targets are the subset "choice".
 */
public final class DepartmentEntryTask implements BenchmarkTask {
    private static final String CHOICE = "choice";
    private static final String FIRST = "department.first";
    private static final String PREDICTED = "department.predicted";

    private final Split split;
    private final CategoryLevel departments;
    private final Map<String, int[]> subsets = new LinkedHashMap<>();

    /**
     * A task on a split made by {@link DepartmentEntries}.
     *
     * @throws IllegalStateException when the split leaks
     */
    public DepartmentEntryTask(Split split) {
        LeakCheck.of(split);
        this.split = split;
        BitSet known = split.refit().knownItems();
        departments = new CategoryLevel(split.refit().catalog(), 0, known, CategoryLevel.MINIMUM_ITEMS);
        BitSet all = new BitSet();
        known.stream().flatMap(item -> IntStream.of(departments.of(item))).forEach(all::set);
        subsets.put("all", places(target -> true));
        subsets.put(CHOICE, places(target -> {
            BitSet unseen = (BitSet) all.clone();
            unseen.andNot(target.history().categories(departments));
            return unseen.cardinality() > 1;
        }));
    }

    private int[] places(Predicate<Target> member) {
        return IntStream.range(0, split.test().size())
                .filter(at -> member.test(split.test().get(at)))
                .toArray();
    }

    @Override
    public Split split() {
        return split;
    }

    @Override
    public List<Target> targets() {
        return split.test();
    }

    @Override
    public Map<String, int[]> subsets() {
        return new LinkedHashMap<>(subsets);
    }

    @Override
    public TargetValues measure(Model model, Progress progress) {
        LeakCheck.of(model, split.refit());
        List<EntryRanks> ranks = ScoredTargets.map(
                model, targets(), "Ranking", progress, (target, scores) -> EntryRanks.of(target, departments, scores));
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("entered.recall@50", each(ranks, one -> new Recall(50).atRank(one.itemInDepartment())));
        values.put("entered.ndcg@10", each(ranks, one -> new Ndcg(10).atRank(one.itemInDepartment())));
        values.put("recall@50", each(ranks, one -> new Recall(50).atRank(one.item())));
        values.put("ndcg@10", each(ranks, one -> new Ndcg(10).atRank(one.item())));
        for (int cutoff : new int[] {1, 5, 10}) {
            values.put("department.hit@" + cutoff, each(ranks, one -> new Recall(cutoff).atRank(one.department())));
        }
        values.put(FIRST, each(ranks, one -> new Recall(1).atRank(one.departmentAmongNew())));
        model.as(CategoryModel.class).ifPresent(categories -> values.put(PREDICTED, predicted(categories, progress)));
        return TargetValues.of(values).rounded();
    }

    private static double[] each(List<EntryRanks> ranks, ToDoubleFunction<EntryRanks> metric) {
        return ranks.stream().mapToDouble(metric).toArray();
    }

    private double[] predicted(CategoryModel model, Progress progress) {
        List<Target> targets = targets();
        try (Progress.Task task = progress.start("Predicting departments", targets.size(), "targets")) {
            double[] values = IntStream.range(0, targets.size())
                    .parallel()
                    .mapToDouble(at -> predicted(model, targets.get(at)) ? 1 : 0)
                    .toArray();
            task.reached(targets.size());
            return values;
        }
    }

    /** True when the entered department was more probable than every other department new to the user. */
    private boolean predicted(CategoryModel model, Target target) {
        CategoryTree tree = split.refit().catalog().categories();
        int[] categories = model.categories();
        float[] probabilities = new float[categories.length];
        model.categories(Query.of(target.history(), target.time()), probabilities);
        double[] byDepartment = new double[tree.size()];
        Arrays.fill(byDepartment, -1); // for departments that the model does not predict
        for (int at = 0; at < categories.length; at++) {
            int department = tree.upTo(categories[at], 0);
            byDepartment[department] = Math.max(0, byDepartment[department]) + probabilities[at];
        }
        BitSet seen = target.history().categories(departments);
        int[] entered = departments.of(target.item());
        double best = IntStream.of(entered)
                .mapToDouble(one -> byDepartment[one])
                .max()
                .orElse(-1);
        return best >= 0
                && IntStream.range(0, byDepartment.length)
                        .filter(other ->
                                !seen.get(other) && IntStream.of(entered).noneMatch(one -> one == other))
                        .allMatch(other -> byDepartment[other] < best);
    }

    @Override
    public String heading() {
        int choice = subsets.getOrDefault(CHOICE, new int[0]).length;
        long users = targets().stream().mapToInt(Target::user).distinct().count();
        return String.format(
                Locale.ROOT,
                "%s, %s, n = %d of %d users, %d with a choice of new departments (%.1f %%); validated on %d others",
                split.name(),
                RequestTime.heading(split.knownRequestTime()),
                targets().size(),
                users,
                choice,
                100.0 * choice / Math.max(1, targets().size()),
                split.validation().size());
    }

    @Override
    public String legend() {
        return "in: ranked among the items of the entered department. hit: the list has an item of that department."
                + " first: of all departments new to the user, that one comes first in the list. predicted: it is the"
                + " most probable of them. Both count only users with a choice of new departments";
    }

    @Override
    public List<ReportColumn> columns() {
        return List.of(
                new ReportColumn("in R@50", "all", "entered.recall@50"),
                new ReportColumn("in N@10", "all", "entered.ndcg@10"),
                new ReportColumn("R@50", "all", "recall@50"),
                new ReportColumn("N@10", "all", "ndcg@10"),
                new ReportColumn("hit@1", "all", "department.hit@1"),
                new ReportColumn("hit@5", "all", "department.hit@5"),
                new ReportColumn("hit@10", "all", "department.hit@10"),
                new ReportColumn("first", CHOICE, FIRST),
                new ReportColumn("predicted", CHOICE, PREDICTED));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim("all", "entered.recall@50", true),
                new Claim(CHOICE, FIRST, true),
                new Claim(CHOICE, PREDICTED, false, FIRST),
                new Claim("all", "recall@50", false),
                new Claim("all", "department.hit@10", false));
    }
}
