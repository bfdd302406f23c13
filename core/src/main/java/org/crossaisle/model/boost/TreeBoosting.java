package org.crossaisle.model.boost;

/**
 * Gradient boosting of regression trees for ranking. Implementations are found by {@link java.util.ServiceLoader}, so
 * that the core depends on no library.
 */
public interface TreeBoosting {
    /**
     * Learns trees whose sum, added to the base score of each candidate, ranks the relevant candidate of each group as
     * high as possible by NDCG (LambdaMART). The same examples, shape and seed give the same trees.
     *
     * @throws org.crossaisle.RecsException when the library cannot be loaded
     */
    Trees boost(RankingExamples examples, Shape shape, long seed);

    /**
     * The shape of the trees.
     *
     * @param rounds the number of trees
     * @param depth the maximum depth of a tree
     * @param learningRate the shrinkage of each tree
     */
    record Shape(int rounds, int depth, double learningRate) {}
}
