package org.crossaisle.model.department;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * Ranks each target of a department among the department's items, a task for both a model of all departments and one of
 * a single department. Items of the history do not compete; ties count against the model.
 */
final class DepartmentRanking {
    private static final Ndcg NDCG = new Ndcg(10);
    private static final int BATCH = 64;

    private final Department department;
    private final int[] items;

    DepartmentRanking(Department department) {
        this.department = department;
        items = department.items();
    }

    /** NDCG@10 of each target by the model of all departments: [targets]. */
    double[] together(Model model, List<Target> targets) {
        return gains(model, targets, query -> query);
    }

    /** NDCG@10 of each target by a model of the department, which sees only interactions in it: [targets]. */
    double[] alone(Model model, List<Target> targets) {
        return gains(model, targets, department::within);
    }

    private double[] gains(Model model, List<Target> targets, UnaryOperator<Query> asked) {
        double[] gains = new double[targets.size()];
        float[][] scores = new float[Math.min(BATCH, gains.length)][model.items()];
        for (int from = 0; from < gains.length; from += BATCH) {
            List<Target> some = targets.subList(from, Math.min(gains.length, from + BATCH));
            List<Query> queries = some.stream()
                    .map(target -> asked.apply(Query.of(target.history(), target.time())))
                    .toList();
            float[][] batch = some.size() == scores.length ? scores : new float[some.size()][model.items()];
            model.score(queries, batch);
            for (int row = 0; row < some.size(); row++) {
                gains[from + row] = gain(some.get(row), batch[row]);
            }
        }
        return gains;
    }

    private double gain(Target target, float[] scores) {
        History history = target.history();
        int own = Arrays.binarySearch(items, target.item());
        return NDCG.atRank(TargetRank.of(
                items.length, at -> scores[items[at]], own, at -> history.contains(items[at]), NDCG.cutoff()));
    }
}
