package org.crossaisle.model.boost;

/**
 * Gradient boosting of regression trees that rank, which the core leaves to a library: found by {@link
 * java.util.ServiceLoader}, so that the core depends on none.
 */
public interface TreeBoosting {
    /**
     * Learns trees whose sum, added to the base score of each candidate, ranks the wanted candidate of each group as
     * far up as it gets, by NDCG (LambdaMART). The same examples, shape and seed give the same trees.
     *
     * @throws org.crossaisle.RecsException when the library cannot be loaded
     */
    Trees boost(RankingExamples examples, Shape shape, long seed);

    /**
     * What the trees look like.
     *
     * @param rounds how many trees there are
     * @param depth how many questions a tree asks at most
     * @param learningRate what each tree is shrunk by
     */
    record Shape(int rounds, int depth, double learningRate) {}
}
