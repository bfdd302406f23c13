package org.crossaisle.recommend.rerank;

import org.crossaisle.Bounds;

/**
 * Maximal marginal relevance: each place goes to the candidate with the greatest (1 - weight) times its score minus weight
 * times its similarity to the most similar one before it.
 *
 * <p>Source: Carbonell and Goldstein, The use of MMR, diversity-based reranking for reordering documents and producing
 * summaries, SIGIR 1998, with their lambda being 1 - weight.
 *
 * @param weight in [0, 1]; 0 is the list as the scores fall
 * @param similarity what makes two items alike
 */
public record Mmr(double weight, Similarity similarity) implements Reranker {
    public Mmr {
        Bounds.share("the weight of mmr", weight);
    }

    @Override
    public String toString() {
        return "mmr:" + weight + (similarity == Similarity.VECTORS ? ":vectors" : "");
    }
}
