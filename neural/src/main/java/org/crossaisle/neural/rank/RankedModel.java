package org.crossaisle.neural.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.model.CalibratedModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;

/**
 * A model whose best items are reordered by a ranker: by its logit plus a weight times the retriever's score. All other
 * items follow in their original order.
 *
 * <p>Threads may share it.
 */
final class RankedModel implements CalibratedModel {
    private static final int CHUNK = 32;

    private final Model retriever;
    private final RankerNetwork network;
    private final Tensor vectors; // [items, d]
    private final int count;
    private final double weight;
    private final Platt platt;
    private final int[] counts; // [items]: training interactions

    /**
     * @param counts number of training interactions of each item: [items]
     * @param count number of best items of the retriever to rank
     * @param weight weight of the retriever's standardised score relative to the logit
     */
    RankedModel(Model retriever, RankerNetwork network, int[] counts, int count, double weight, Platt platt) {
        this.counts = counts;
        this.retriever = retriever;
        this.network = network;
        this.count = count;
        this.weight = weight;
        this.platt = platt;
        vectors = network.vectors(retriever.items());
    }

    @Override
    public int items() {
        return retriever.items();
    }

    @Override
    public void score(Query query, float[] scores) {
        score(List.of(query), new float[][] {scores});
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        retriever.score(queries, scores);
        for (int from = 0; from < queries.size(); from += CHUNK) {
            int to = Math.min(queries.size(), from + CHUNK);
            List<Query> chunk = queries.subList(from, to);
            List<Proposals> proposals = new ArrayList<>();
            for (int row = from; row < to; row++) {
                proposals.add(Proposals.of(queries.get(row), scores[row], count));
            }
            float[][] ranked = combined(chunk, proposals);
            for (int row = from; row < to; row++) {
                raise(scores[row], proposals.get(row - from).items(), ranked[row - from]);
            }
        }
    }

    /** Moves the ranked items above all others, keeping the differences between their scores. */
    private static void raise(float[] scores, int[] items, float... ranked) {
        float floor = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            floor = Math.max(floor, score);
        }
        float least = Float.POSITIVE_INFINITY;
        for (float score : ranked) {
            least = Math.min(least, score);
        }
        for (int at = 0; at < items.length; at++) {
            scores[items[at]] = floor + 1 + ranked[at] - least;
        }
    }

    /** The combined scores of each query's proposals: [queries][proposals]. */
    private float[][] combined(List<Query> queries, List<Proposals> proposals) {
        float[][] all = new float[queries.size()][];
        int[] asked = IntStream.range(0, queries.size())
                .filter(row -> proposals.get(row).items().length > 0)
                .toArray();
        Arrays.fill(all, new float[0]);
        if (asked.length == 0) {
            return all;
        }
        int most = Arrays.stream(asked)
                .map(row -> proposals.get(row).items().length)
                .max()
                .orElseThrow();
        List<CandidateLists.Row> rows = new ArrayList<>();
        for (int row : asked) {
            int[] items = proposals.get(row).items();
            int[] filled = Arrays.copyOf(items, most);
            Arrays.fill(filled, items.length, most, items[0]);
            rows.add(new CandidateLists.Row(queries.get(row).history(), filled));
        }
        float[] logits = logits(rows);
        for (int at = 0; at < asked.length; at++) {
            Proposals own = proposals.get(asked[at]);
            float[] scores = new float[own.items().length];
            for (int place = 0; place < scores.length; place++) {
                scores[place] = (float) (logits[at * most + place] + weight * own.scores()[place]);
            }
            all[asked[at]] = scores;
        }
        return all;
    }

    private float[] logits(List<CandidateLists.Row> rows) {
        CandidateLists lists = new CandidateLists(rows, network.length(), network.features());
        try (TensorScope scope = TensorScope.plain()) {
            return Values.floats(network.answer(vectors, lists));
        }
    }

    @Override
    public void interests(Query query, int[] items, float[] probabilities) {
        float[] own = new float[items()];
        retriever.score(query, own);
        Proposals proposals = Proposals.of(query, own, count);
        float[] ranked = combined(List.of(query), List.of(proposals))[0];
        for (int at = 0; at < items.length; at++) {
            int item = items[at];
            int place = IntStream.range(0, proposals.items().length)
                    .filter(candidate -> proposals.items()[candidate] == item)
                    .findFirst()
                    .orElse(-1);
            // an item that is not a candidate is less likely than the least likely candidate
            float score = place >= 0 ? ranked[place] : least(ranked);
            probabilities[at] = (float) platt.probability(score);
        }
    }

    private static float least(float... of) {
        float least = Float.POSITIVE_INFINITY;
        for (float score : of) {
            least = Math.min(least, score);
        }
        return of.length == 0 ? 0 : least;
    }

    @Override
    public State state() {
        State state = new State();
        state.putAll("retriever", retriever.state());
        network.parameters()
                .all()
                .forEach((name, tensor) -> state.put(name, new State.Floats(tensor.shape(), Values.floats(tensor))));
        return state.put("known", network.items().knownItems()).put("counts", counts);
    }
}
