package org.crossaisle.neural.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.retrieve.BestCandidates;
import org.crossaisle.retrieve.Candidate;

/** The best items of a model for a query, with scores standardised to mean 0 and standard deviation 1. */
final class Proposals {
    private static final int CHUNK = 128;

    private final int[] items; // best first
    private final float[] scores; // [items], standardised

    private Proposals(int[] items, float[] scores) {
        this.items = items;
        this.scores = scores;
    }

    /**
     * The best items that the query allows.
     *
     * @param all the scores of all items
     */
    static Proposals of(Query query, float[] all, int count) {
        int[] best = BestCandidates.of(all, count, query.allowed()).stream()
                .mapToInt(Candidate::item)
                .toArray();
        float[] kept = new float[best.length];
        double sum = 0;
        double squares = 0;
        for (int at = 0; at < best.length; at++) {
            kept[at] = all[best[at]];
            sum += kept[at];
            squares += (double) kept[at] * kept[at];
        }
        double mean = sum / Math.max(1, best.length);
        double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, best.length) - mean * mean));
        for (int at = 0; at < best.length; at++) {
            kept[at] = deviation == 0 ? 0 : (float) ((kept[at] - mean) / deviation);
        }
        return new Proposals(best, kept);
    }

    /** The same for several queries. */
    static List<Proposals> of(Model model, List<Query> queries, int count) {
        List<Proposals> all = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += CHUNK) {
            List<Query> chunk = queries.subList(from, Math.min(queries.size(), from + CHUNK));
            float[][] scores = new float[chunk.size()][model.items()];
            model.score(chunk, scores);
            IntStream.range(0, chunk.size())
                    .parallel()
                    .mapToObj(row -> of(chunk.get(row), scores[row], count))
                    .forEachOrdered(all::add);
        }
        return all;
    }

    /** Item numbers, best first. The caller must not change them. */
    int[] items() {
        return items;
    }

    /** The scores. The caller must not change them. */
    float[] scores() {
        return scores;
    }
}
