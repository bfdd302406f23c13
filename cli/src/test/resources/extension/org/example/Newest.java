package org.example;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.recommend.rerank.CandidateGains;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.RerankContext;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.RerankerProvider;
import org.crossaisle.recommend.rerank.Reranking;

// tag::reranker
/**
 * Prefers items that few lists show: those with a high item number, which came into the catalog late.
 *
 * @param weight of the item's age against its score, in [0, 1]
 */
public record Newest(double weight) implements Reranker {
    public Newest {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of newest is " + weight + ", must be in [0, 1]");
        }
    }

    @Override
    public Reranking start(RerankContext context) {
        CandidatePool pool = context.pool();
        int latest = IntStream.range(0, pool.size()).map(pool::item).max().orElse(0);
        CandidateGains gains = candidate ->
                (1 - weight) * pool.value(candidate) + weight * pool.item(candidate) / Math.max(1, latest);
        return new Reranking(gains, "meanItemNumber", list ->
                IntStream.of(list).map(pool::item).average().orElse(0));
    }

    @Override
    public String toString() {
        return "newest:" + weight;
    }

    /** Reads {@code newest:WEIGHT}. */
    public static final class Provider implements RerankerProvider {
        @Override
        public String name() {
            return "newest";
        }

        @Override
        public String usage() {
            return "newest:WEIGHT";
        }

        @Override
        public String help() {
            return "items that came into the catalog late";
        }

        @Override
        public String example() {
            return "newest:0.5";
        }

        @Override
        public Optional<Reranker> read(List<String> arguments) {
            return arguments.size() == 1
                    ? Optional.of(new Newest(Double.parseDouble(arguments.get(0))))
                    : Optional.empty();
        }
    }
}
// end::reranker
