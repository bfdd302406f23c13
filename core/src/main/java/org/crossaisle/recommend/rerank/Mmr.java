package org.crossaisle.recommend.rerank;

import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;

/**
 * Maximal marginal relevance: each place goes to the candidate with the greatest (1 - weight) times its score minus
 * weight times its similarity to the most similar one before it.
 *
 * <p>Source: Carbonell and Goldstein, The use of MMR, diversity-based reranking for reordering documents and producing
 * summaries, SIGIR 1998, with their lambda being 1 - weight.
 *
 * <p>Its measure is the mean distance: the mean of 1 - similarity over all pairs of places, in [0, 2]; higher is more
 * diverse.
 *
 * @param weight in [0, 1]; 0 keeps the score order
 * @param similarity the similarity of two items
 */
public record Mmr(double weight, Similarity similarity) implements Reranker {
    public Mmr {
        Bounds.share("the weight of mmr", weight);
    }

    @Override
    public Reranking start(RerankContext context) {
        Similarities similarities = context.similarities(similarity);
        return new Reranking(
                new MmrGains(context.pool(), similarities, weight), "meanDistance", similarities::meanDistance);
    }

    @Override
    public boolean needsVectors() {
        return similarity == Similarity.VECTORS;
    }

    @Override
    public String toString() {
        return "mmr:" + weight + (similarity == Similarity.VECTORS ? ":vectors" : "");
    }

    /** Reads {@code mmr:WEIGHT[:vectors]}. */
    public static final class Provider implements RerankerProvider {
        @Override
        public String name() {
            return "mmr";
        }

        @Override
        public String usage() {
            return "mmr:WEIGHT[:vectors]";
        }

        @Override
        public String help() {
            return "makes each item differ from the most similar one above it, by categories or by item vectors";
        }

        @Override
        public String example() {
            return "mmr:0.3";
        }

        @Override
        public Optional<Reranker> read(List<String> arguments) {
            return Weights.withSimilarity(arguments, Mmr::new);
        }
    }
}
