package org.crossaisle.recommend.crossing;

import org.crossaisle.affinity.CategoryGraph;

/** Which categories go with which, at one level. Threads may share it. */
public interface CategoryTies {
    /** The lower ends of the lifts of a graph; a category is not tied to itself, nor to one the graph does not have. */
    static CategoryTies of(CategoryGraph graph) {
        return new GraphTies(graph);
    }

    /**
     * How many times as often as others those who have the one category go on to the other, at least 0; 1 where nothing
     * is known of the two. Only what is above 1 ties them.
     *
     * @param from a category number of the level
     * @param to another
     */
    double lift(int from, int to);
}
