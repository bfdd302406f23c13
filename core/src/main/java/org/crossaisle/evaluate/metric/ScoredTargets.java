package org.crossaisle.evaluate.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/** Scores targets with a model in batches, which is faster, and passes each target's scores to a function. */
public final class ScoredTargets {
    private static final int FLOATS_OF_A_BATCH = 1 << 24;
    private static final int LARGEST_BATCH = 512;

    private ScoredTargets() {}

    /**
     * The result of the function for each target, in order.
     *
     * @param name the name of the work, for progress reports
     * @param look called by several threads at once with a target and its scores, [items], which it must not keep
     */
    public static <T> List<T> map(
            Model model, List<Target> targets, String name, Progress progress, BiFunction<Target, float[], T> look) {
        List<T> seen = new ArrayList<>(targets.size());
        int batch = Math.max(1, Math.min(LARGEST_BATCH, FLOATS_OF_A_BATCH / Math.max(1, model.items())));
        float[][] scores = new float[Math.min(batch, targets.size())][model.items()];
        try (Progress.Task task = progress.start(name, targets.size(), "targets")) {
            for (int from = 0; from < targets.size(); from += batch) {
                List<Target> some = targets.subList(from, Math.min(targets.size(), from + batch));
                model.score(
                        some.stream()
                                .map(target -> Query.of(target.history(), target.time()))
                                .toList(),
                        Arrays.copyOf(scores, some.size()));
                seen.addAll(IntStream.range(0, some.size())
                        .parallel()
                        .mapToObj(row -> look.apply(some.get(row), scores[row]))
                        .toList());
                task.reached(from + some.size());
            }
        }
        return seen;
    }
}
