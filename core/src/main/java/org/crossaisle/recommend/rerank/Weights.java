package org.crossaisle.recommend.rerank;

/** Weights of re-rankers: 0 is the list as the scores fall, 1 leaves the scores out. */
final class Weights {
    private Weights() {}

    static void check(String reranker, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of " + reranker + " is " + weight + ", must be in [0, 1]");
        }
    }
}
