package org.crossaisle.model.factor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * How well a model foresees held-out interactions: NDCG at 10 among all items but those of the history, ties against
 * the target. Only to steer the training; figures to report come from the evaluation.
 */
final class FactorValidation {
    private static final Ndcg NDCG = new Ndcg(10);

    private final List<Target> targets;

    /**
     * Evenly drawn targets.
     *
     * @param most when there are more, so many are asked for
     */
    FactorValidation(List<Target> all, int most) {
        List<Target> drawn = new ArrayList<>();
        int step = Math.max(1, (all.size() + most - 1) / most);
        for (int at = 0; at < all.size(); at += step) {
            drawn.add(all.get(at));
        }
        targets = List.copyOf(drawn);
    }

    boolean isEmpty() {
        return targets.isEmpty();
    }

    /** Mean over the targets, in [0, 1]; the same for any number of threads. */
    double ndcg(Model model) {
        double[] gains = new double[targets.size()];
        IntStream.range(0, gains.length).parallel().forEach(at -> gains[at] = gain(model, targets.get(at)));
        double sum = 0;
        for (double gain : gains) {
            sum += gain;
        }
        return sum / Math.max(1, gains.length);
    }

    private static double gain(Model model, Target target) {
        float[] scores = new float[model.items()];
        model.score(Query.of(target.history(), target.time()), scores);
        BitSet hidden = target.history().items();
        return NDCG.atRank(TargetRank.of(scores, target.item(), hidden::get, NDCG.cutoff()));
    }
}
