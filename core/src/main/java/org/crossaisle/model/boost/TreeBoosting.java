package org.crossaisle.model.boost;

import java.util.function.IntConsumer;

/**
 * Gradient boosting of regression trees for ranking. Implementations are found by {@link java.util.ServiceLoader}, so
 * that the core depends on no library.
 */
public interface TreeBoosting {
    /**
     * Learns trees whose sum, added to the base score of each candidate, ranks the relevant candidate of each group as
     * high as possible by NDCG (LambdaMART). The same examples, shape and seed give the same trees.
     *
     * @param grown called after each tree with the number of trees so far; it may throw to end the work
     * @throws org.crossaisle.RecsException when the library cannot be loaded
     */
    Trees boost(RankingExamples examples, Shape shape, long seed, IntConsumer grown);

    /**
     * The shape of the trees.
     *
     * @param rounds the number of trees
     * @param depth the maximum depth of a tree
     * @param learningRate the shrinkage of each tree
     */
    record Shape(int rounds, int depth, double learningRate) {}
}
