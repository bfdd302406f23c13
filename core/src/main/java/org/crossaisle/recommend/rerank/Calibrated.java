package org.crossaisle.recommend.rerank;

import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;

/**
 * Calibrated re-ranking towards the user's own mixture of categories: maximises (1 - weight) times the sum of scores
 * minus weight times the divergence C<sub>KL</sub> of the list from the history. An interaction of the history weighs
 * 0.9 to the power of its age; all places of the list weigh the same.
 *
 * <p>Source: Steck, Calibrated Recommendations, RecSys 2018, equations 3 to 7.
 *
 * <p>Its measure is C<sub>KL</sub> of the list from the history, in nats, at least 0; less is nearer to the history.
 *
 * @param weight in [0, 1]; 0 keeps the score order
 */
public record Calibrated(double weight) implements Reranker {
    public Calibrated {
        Bounds.share("the weight of calibrated", weight);
    }

    @Override
    public Reranking start(RerankContext context) {
        CategoryMixture mixture =
                new CategoryMixture(context.mixture(), context.level(), context.pool(), weight, context.places());
        return new Reranking(mixture, "divergence", mixture::divergence);
    }

    @Override
    public String toString() {
        return "calibrated:" + weight;
    }

    /** Reads {@code calibrated:WEIGHT}. */
    public static final class Provider implements RerankerProvider {
        @Override
        public String name() {
            return "calibrated";
        }

        @Override
        public String usage() {
            return "calibrated:WEIGHT";
        }

        @Override
        public String help() {
            return "gives the list the same mix of categories as the history";
        }

        @Override
        public String example() {
            return "calibrated:0.5";
        }

        @Override
        public Optional<Reranker> read(List<String> arguments) {
            return arguments.size() == 1 ? Weights.read(arguments.get(0)).map(Calibrated::new) : Optional.empty();
        }
    }
}
