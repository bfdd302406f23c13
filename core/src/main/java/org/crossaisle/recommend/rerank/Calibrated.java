package org.crossaisle.recommend.rerank;

import org.crossaisle.Bounds;

/**
 * A list with the user's own mixture of categories: maximises (1 - weight) times the sum of scores minus weight times the
 * divergence C<sub>KL</sub> of the list from the history. The history weighs each interaction 0.9 to the power of its age,
 * the list each place alike.
 *
 * <p>Source: Steck, Calibrated Recommendations, RecSys 2018, equations 3 to 7.
 *
 * @param weight in [0, 1]; 0 is the list as the scores fall
 */
public record Calibrated(double weight) implements Reranker {
    public Calibrated {
        Bounds.share("the weight of calibrated", weight);
    }

    @Override
    public String toString() {
        return "calibrated:" + weight;
    }
}
