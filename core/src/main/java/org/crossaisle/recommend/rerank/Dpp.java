package org.crossaisle.recommend.rerank;

import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;

/**
 * A determinantal point process: maximises (1 - weight) times the sum of scores plus weight times the logarithm of the
 * determinant of the list's similarities, greedily. A determinant considers the whole list, while {@link Mmr} considers
 * pairs.
 *
 * <p>Source: Chen, Zhang and Zhou, Fast greedy MAP inference for determinantal point process to improve recommendation
 * diversity, NeurIPS 2018, equation 9 with their theta being 1 - weight.
 *
 * <p>Its measure is the logarithm of the determinant of the similarities divided by the size of the list, at most 0;
 * higher is more diverse.
 *
 * @param weight in [0, 1]; 0 keeps the score order
 * @param similarity the similarity of two items
 */
public record Dpp(double weight, Similarity similarity) implements Reranker {
    public Dpp {
        Bounds.share("the weight of dpp", weight);
    }

    @Override
    public Reranking start(RerankContext context) {
        Similarities similarities = context.similarities(similarity);
        return new Reranking(
                new DppGains(context.pool(), similarities, weight, context.places()),
                "logDeterminant",
                similarities::logDeterminant);
    }

    @Override
    public boolean needsVectors() {
        return similarity == Similarity.VECTORS;
    }

    @Override
    public String toString() {
        return "dpp:" + weight + (similarity == Similarity.VECTORS ? ":vectors" : "");
    }

    /** Reads {@code dpp:WEIGHT[:vectors]}. */
    public static final class Provider implements RerankerProvider {
        @Override
        public String name() {
            return "dpp";
        }

        @Override
        public String usage() {
            return "dpp:WEIGHT[:vectors]";
        }

        @Override
        public String help() {
            return "makes the whole list diverse, by categories or by item vectors";
        }

        @Override
        public String example() {
            return "dpp:0.5";
        }

        @Override
        public Optional<Reranker> read(List<String> arguments) {
            return Weights.withSimilarity(arguments, Dpp::new);
        }
    }
}
