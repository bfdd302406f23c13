package org.crossaisle.model.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * Learns the weights of a blend: those under which the held-out items come first most often, by NDCG@10, found by a search
 * along one weight at a time from several starts.
 *
 * <p>NDCG has no gradient, and a handful of weights needs none. For one thread.
 */
final class BlendWeights {
    private static final int CUTOFF = 10;
    private static final int BATCH = 64;
    private static final int ROUNDS = 4;
    private static final double[] FACTORS = {0, 0.25, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 4};
    private static final float FIRST = 0.1f; // what a weight of 0 is tried with

    private final List<Model> parts;
    private final int proposals;

    /** One target's union: [size][parts], the target's own row first. */
    private final List<float[][]> rows = new ArrayList<>();

    private int targets;

    BlendWeights(List<Model> parts, int proposals) {
        this.parts = parts;
        this.proposals = proposals;
    }

    /** One weight for each part, the greatest 1. */
    List<Double> learn(List<Target> validation, Progress progress) {
        collect(validation, progress);
        float[] best = new float[parts.size()];
        double bestValue = -1;
        for (int start = -1; start < parts.size(); start++) {
            float[] weights = new float[parts.size()];
            for (int part = 0; part < weights.length; part++) {
                boolean present = !(parts.get(part) instanceof Absent);
                weights[part] = present && (start < 0 || start == part) ? 1 : 0;
            }
            double value = climb(weights);
            if (value > bestValue) {
                bestValue = value;
                best = weights;
            }
        }
        float most = 0;
        for (float weight : best) {
            most = Math.max(most, weight);
        }
        List<Double> scaled = new ArrayList<>();
        for (float weight : best) {
            scaled.add(most == 0 ? 1 : Double.parseDouble(String.format(Locale.ROOT, "%.4f", weight / most)));
        }
        return scaled;
    }

    private double climb(float[] weights) {
        double value = ndcg(weights);
        for (int round = 0; round < ROUNDS; round++) {
            double before = value;
            for (int part = 0; part < weights.length; part++) {
                if (!(parts.get(part) instanceof Absent)) {
                    value = improve(weights, part, value);
                }
            }
            if (value <= before) {
                break;
            }
        }
        return value;
    }

    private double improve(float[] weights, int part, double known) {
        float own = weights[part];
        float best = own;
        double value = known;
        for (double factor : FACTORS) {
            weights[part] = own == 0 ? (float) (FIRST * factor) : (float) (own * factor);
            double other = ndcg(weights);
            if (other > value) {
                value = other;
                best = weights[part];
            }
        }
        weights[part] = best;
        return value;
    }

    private void collect(List<Target> validation, Progress progress) {
        BlendUnion union = new BlendUnion(parts, proposals);
        try (Progress.Task task = progress.start("Learning the weights of the blend", validation.size(), "targets")) {
            for (int from = 0; from < validation.size(); from += BATCH) {
                List<Target> batch = validation.subList(from, Math.min(validation.size(), from + BATCH));
                union.score(batch.stream()
                        .map(target -> Query.of(target.history(), target.time()))
                        .toList());
                for (int row = 0; row < batch.size(); row++) {
                    Target target = batch.get(row);
                    union.select(row, Query.of(target.history(), target.time()));
                    keep(union, target.item());
                }
                task.reached(from + batch.size());
            }
        }
        targets = validation.size();
    }

    /** Keeps the union with the target in front; a target nobody proposed is missed whatever the weights. */
    private void keep(BlendUnion union, int item) {
        int place = -1;
        float[][] all = new float[union.size()][parts.size()];
        for (int at = 0; at < union.size(); at++) {
            place = union.item(at) == item ? at : place;
            for (int part = 0; part < parts.size(); part++) {
                all[at][part] = union.score(part, at);
            }
        }
        if (place >= 0) {
            float[] own = all[place];
            all[place] = all[0];
            all[0] = own;
            rows.add(all);
        }
    }

    private double ndcg(float[] weights) {
        return rows.parallelStream().mapToDouble(all -> gain(all, weights)).sum() / Math.max(1, targets);
    }

    private static double gain(float[][] all, float[] weights) {
        float own = sum(all[0], weights);
        int rank = 1;
        for (int at = 1; at < all.length && rank <= CUTOFF; at++) {
            rank += sum(all[at], weights) >= own ? 1 : 0;
        }
        return rank > CUTOFF ? 0 : Math.log(2) / Math.log(1.0 + rank);
    }

    private static float sum(float[] scores, float[] weights) {
        float sum = 0;
        for (int part = 0; part < weights.length; part++) {
            sum += weights[part] * scores[part];
        }
        return sum;
    }
}
