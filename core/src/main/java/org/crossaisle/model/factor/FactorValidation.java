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
 * The validation metric of a factor model: NDCG@10 of held-out items among all items except those of the history, with
 * ties counting against the target. Used only to control training; reported results come from the evaluation.
 */
final class FactorValidation {
    private static final Ndcg NDCG = new Ndcg(10);

    private final List<Target> targets;

    /**
     * Targets drawn uniformly.
     *
     * @param most the maximum number of targets
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

    /** The mean over the targets, in [0, 1]; does not depend on the number of threads. */
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
