package org.crossaisle.model.blend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * Learns the weights of a blend that maximise NDCG@10 of the held-out items, by coordinate search from several starting
 * points.
 *
 * <p>NDCG has no gradient, and a handful of weights needs none. The likelihood of the target within the union has one,
 * but gave weights that ranked worse (docs/decisions.md). For one thread.
 */
final class BlendWeights {
    private static final Ndcg NDCG = new Ndcg(10);
    private static final int ROUNDS = 4;
    private static final double[] FACTORS = {0, 0.25, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 4};
    private static final float FIRST = 0.1f; // the values tried for a weight of 0

    private final List<Model> parts;
    private final int proposals;

    /** The union of each proposed target, the target itself first: [size x parts]. */
    private final List<float[]> unions = new ArrayList<>();

    private int targets;

    BlendWeights(List<Model> parts, int proposals) {
        this.parts = parts;
        this.proposals = proposals;
    }

    /** Returns one weight for each part, the largest being 1. */
    List<Double> learn(List<Target> validation, Progress progress) {
        collect(validation, progress);
        float[] best = new float[parts.size()];
        double bestValue = -1;
        for (int start = -1; start < parts.size(); start++) {
            float[] weights = new float[parts.size()];
            for (int part = 0; part < weights.length; part++) {
                boolean present = !(parts.get(part) instanceof AbsentPart);
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
                if (!(parts.get(part) instanceof AbsentPart)) {
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
        targets = validation.size();
        float[][] all = new float[targets][];
        int batch = BlendUnion.batch(parts);
        int batches = (targets + batch - 1) / batch;
        try (Progress.Task task = progress.start("Learning the weights of the blend", targets, "targets")) {
            int[] done = {0};
            IntStream.range(0, batches).parallel().forEach(number -> {
                int from = number * batch;
                int to = Math.min(targets, from + batch);
                collect(validation, from, to, all);
                synchronized (done) {
                    done[0] += to - from;
                    task.reached(done[0]);
                }
            });
        }
        for (float[] union : all) {
            if (union.length > 0) {
                unions.add(union);
            }
        }
    }

    private void collect(List<Target> validation, int from, int to, float[][] all) {
        BlendUnion union = new BlendUnion(parts, proposals);
        List<Query> queries = validation.subList(from, to).stream()
                .map(target -> Query.of(target.history(), target.time()))
                .toList();
        union.score(queries);
        for (int row = 0; row < queries.size(); row++) {
            union.select(row, queries.get(row));
            all[from + row] = withTargetFirst(union, validation.get(from + row).item());
        }
    }

    /** Empty when no part proposed the target: it is missed with any weights. */
    private float[] withTargetFirst(BlendUnion union, int target) {
        int place = -1;
        for (int at = 0; at < union.size(); at++) {
            place = union.item(at) == target ? at : place;
        }
        if (place < 0) {
            return new float[0];
        }
        int width = parts.size();
        float[] scores = new float[union.size() * width];
        for (int at = 0; at < union.size(); at++) {
            int to = at == place ? 0 : at == 0 ? place : at;
            for (int part = 0; part < width; part++) {
                scores[to * width + part] = union.score(part, at);
            }
        }
        return scores;
    }

    private double ndcg(float[] weights) {
        double[] gains = new double[unions.size()]; // summed in order, so that the number of threads does not matter
        IntStream.range(0, gains.length).parallel().forEach(at -> gains[at] = gain(unions.get(at), weights));
        double sum = 0;
        for (double gain : gains) {
            sum += gain;
        }
        return sum / Math.max(1, targets);
    }

    private static double gain(float[] union, float[] weights) {
        return NDCG.atRank(TargetRank.of(
                union.length / weights.length,
                at -> sum(union, at * weights.length, weights),
                0,
                any -> false,
                NDCG.cutoff()));
    }

    private static float sum(float[] union, int from, float[] weights) {
        float sum = 0;
        for (int part = 0; part < weights.length; part++) {
            sum += weights[part] * union[from + part];
        }
        return sum;
    }
}
