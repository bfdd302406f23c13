package org.crossaisle.recommend.rerank;

import org.crossaisle.Bounds;

/**
 * A determinantal point process: maximises (1 - weight) times the sum of scores plus weight times the logarithm of the
 * determinant of the list's similarities, greedily. A determinant sees a whole list, where {@link Mmr} sees pairs.
 *
 * <p>Source: Chen, Zhang and Zhou, Fast greedy MAP inference for determinantal point process to improve recommendation
 * diversity, NeurIPS 2018, equation 9 with their theta being 1 - weight.
 *
 * @param weight in [0, 1]; 0 is the list as the scores fall
 * @param similarity what makes two items alike
 */
public record Dpp(double weight, Similarity similarity) implements Reranker {
    public Dpp {
        Bounds.share("the weight of dpp", weight);
    }

    @Override
    public String toString() {
        return "dpp:" + weight + (similarity == Similarity.VECTORS ? ":vectors" : "");
    }
}
