package org.crossaisle.neural.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.retrieve.BestCandidates;
import org.crossaisle.retrieve.Candidate;

/**
 * The retriever's proposals for held-out targets, used to choose a ranker's epochs, the weight of the retriever's
 * score, and the calibration of probabilities.
 *
 * <p>Not thread-safe.
 */
final class RankerValidation {
    private static final int MOST = 4000;
    private static final int CHUNK = 32;
    private static final Ndcg NDCG = new Ndcg(10);

    /** Number of best items of each list on which the calibration is fitted. */
    private static final int HEAD = 20;

    private static final double[] WEIGHTS = {0, 0.25, 0.5, 1, 2, 4, 8};

    private final List<Query> queries = new ArrayList<>();
    private final List<Proposals> proposals;
    private final int[] places; // [queries]: place of the target among the proposals, -1 if it is not there

    RankerValidation(List<Target> targets, Model retriever, int count, long seed) {
        List<Target> drawn = new ArrayList<>(targets);
        SplittableRandom random = new SplittableRandom(seed);
        int kept = Math.min(MOST, drawn.size());
        for (int at = 0; at < kept; at++) {
            int other = at + random.nextInt(drawn.size() - at);
            Target target = drawn.get(at);
            drawn.set(at, drawn.get(other));
            drawn.set(other, target);
        }
        for (Target target : drawn.subList(0, kept)) {
            queries.add(Query.of(target.history(), target.time()));
        }
        proposals = Proposals.of(retriever, queries, count);
        places = new int[kept];
        for (int at = 0; at < kept; at++) {
            int item = drawn.get(at).item();
            int[] items = proposals.get(at).items();
            places[at] = -1;
            for (int place = 0; place < items.length; place++) {
                places[at] = items[place] == item ? place : places[at];
            }
        }
    }

    boolean isEmpty() {
        return queries.isEmpty();
    }

    /**
     * The score of a ranker: NDCG at 10, where targets that were not proposed count as misses, and the weight that
     * gives it.
     */
    static final class Reached {
        private final double ndcg;
        private final double weight;
        private final float[][] logits;

        private Reached(double ndcg, double weight, float[][] logits) {
            this.ndcg = ndcg;
            this.weight = weight;
            this.logits = logits;
        }

        double ndcg() {
            return ndcg;
        }

        double weight() {
            return weight;
        }
    }

    /** @param goesOn called after each batch of queries; it may throw to end the work */
    Reached look(RankerNetwork network, int items, Runnable goesOn) {
        float[][] logits = logits(network, items, goesOn);
        double best = -1;
        double chosen = 0;
        for (double weight : WEIGHTS) {
            double ndcg = ndcg(logits, weight);
            if (ndcg > best) {
                best = ndcg;
                chosen = weight;
            }
        }
        return new Reached(best, chosen, logits);
    }

    /**
     * The calibration of the scores of a ranker. It is fitted on the head of each list, which is the part that users
     * see; a curve that fits the many items behind it would be wrong there.
     */
    Platt platt(Reached reached) {
        float[] scores = new float[places.length * HEAD];
        boolean[] taken = new boolean[scores.length];
        int next = 0;
        for (int at = 0; at < places.length; at++) {
            float[] own = proposals.get(at).scores();
            float[] combined = new float[own.length];
            for (int place = 0; place < own.length; place++) {
                combined[place] = (float) (reached.logits[at][place] + reached.weight * own[place]);
            }
            for (Candidate best : BestCandidates.of(combined, HEAD, any -> true)) {
                taken[next] = best.item() == places[at];
                scores[next++] = best.score();
            }
        }
        return Platt.of(Arrays.copyOf(scores, next), Arrays.copyOf(taken, next));
    }

    private double ndcg(float[][] logits, double weight) {
        double sum = 0;
        for (int at = 0; at < places.length; at++) {
            if (places[at] >= 0) {
                float[] own = proposals.get(at).scores();
                float[] network = logits[at];
                sum += NDCG.atRank(TargetRank.of(
                        own.length,
                        place -> network[place] + weight * own[place],
                        places[at],
                        any -> false,
                        NDCG.cutoff()));
            }
        }
        return sum / Math.max(1, places.length);
    }

    private float[][] logits(RankerNetwork network, int items, Runnable goesOn) {
        float[][] all = new float[queries.size()][];
        Tensor vectors = network.vectors(items);
        int most =
                proposals.stream().mapToInt(each -> each.items().length).max().orElse(0);
        for (int from = 0; from < all.length; from += CHUNK) {
            int to = Math.min(all.length, from + CHUNK);
            List<CandidateLists.Row> rows = new ArrayList<>();
            for (int at = from; at < to; at++) {
                int[] own = proposals.get(at).items();
                int[] filled = Arrays.copyOf(own, most);
                Arrays.fill(filled, own.length, most, own.length == 0 ? 0 : own[0]);
                rows.add(new CandidateLists.Row(queries.get(at).history(), filled));
            }
            try (TensorScope scope = TensorScope.plain()) {
                float[] logits = Values.floats(
                        network.answer(vectors, new CandidateLists(rows, network.length(), network.features())));
                for (int at = from; at < to; at++) {
                    int start = (at - from) * most;
                    all[at] = Arrays.copyOfRange(
                            logits, start, start + proposals.get(at).items().length);
                }
            }
            goesOn.run();
        }
        return all;
    }
}
