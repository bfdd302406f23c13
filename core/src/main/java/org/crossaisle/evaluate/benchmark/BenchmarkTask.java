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
 * The targets of one table of a benchmark, and what is looked at when a model answers them. What it tells of a model
 * and what it tells of the targets are in the same order, so that models can be compared target by target however long
 * ago they were asked.
 *
 * <p>Immutable; threads may share it.
 */
public sealed interface BenchmarkTask permits CrossCategoryTask, DepartmentEntryTask {
    /** What may be learnt from. */
    Split split();

    /** The targets that are asked for. */
    List<Target> targets();

    /** Which targets belong to each subset, "all" first: indexes of the targets. */
    Map<String, int[]> subsets();

    /**
     * Asks a model.
     *
     * @throws IllegalStateException when the model does not score every item
     */
    TargetValues ask(Model model, Progress progress);

    /** What the targets are, in a line. */
    String heading();

    /** What stands below the heading: how the figures are to be read. */
    String legend();

    /** The figures that are shown of a recipe. */
    List<ReportColumn> columns();

    /** In what recipes are compared; the first is the one whose interval is shown. */
    List<Claim> claims();

    /** The claim on NDCG@10 that makes the second half of J, if J means something here. */
    default Optional<Claim> crossing() {
        return Optional.empty();
    }

    /** The levels at which the calibrated share was tried. */
    default List<Integer> dials() {
        return List.of();
    }
}
