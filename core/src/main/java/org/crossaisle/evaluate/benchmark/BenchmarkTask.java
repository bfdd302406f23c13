package org.crossaisle.evaluate.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.compare.Claim;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.model.Model;

/**
 * The targets of one benchmark table and the metrics of a model's answers to them. Values of models and targets are in
 * the same order, so that models can be compared target by target, even if they were evaluated at different times.
 *
 * <p>Immutable; threads may share it.
 */
public sealed interface BenchmarkTask permits CrossCategoryTask, DepartmentEntryTask {
    /** The split with the training data. */
    Split split();

    /** The targets to predict. */
    List<Target> targets();

    /** The targets of each subset, "all" first: indexes of the targets. */
    Map<String, int[]> subsets();

    /**
     * Evaluates a model.
     *
     * @throws IllegalStateException when the model does not score every item
     */
    TargetValues measure(Model model, Progress progress);

    /** A one-line description of the targets. */
    String heading();

    /** The text below the heading, which says how to read the table. */
    String legend();

    /** The columns shown for a recipe. */
    List<ReportColumn> columns();

    /** The claims on which recipes are compared; the interval of the first one is shown. */
    List<Claim> claims();

    /** The claim on NDCG@10 that is the second half of J, if J has a meaning here. */
    default Optional<Claim> crossing() {
        return Optional.empty();
    }

    /** The levels at which the calibrated share was evaluated. */
    default List<Integer> dials() {
        return List.of();
    }
}
