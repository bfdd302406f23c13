package org.crossaisle.recommend.crossing;

import org.crossaisle.PublicApi;
import org.crossaisle.affinity.CategoryGraph;

/** The ties between categories at one level. Threads may share it. */
@PublicApi
public interface CategoryTies {
    /**
     * Ties by the lower ends of the lifts' intervals in a graph; a category is not tied to itself, nor to one outside
     * the graph.
     */
    static CategoryTies of(CategoryGraph graph) {
        return new GraphTies(graph);
    }

    /**
     * The lift of a move from one category to another: how many times as often customers of the first make it as
     * others, at least 0; 1 if nothing is known. Only values above 1 are ties.
     *
     * @param from a category number of the level
     * @param to another
     */
    double lift(int from, int to);
}
