package org.crossaisle.recommend.crossing;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crossaisle.affinity.CategoryGraph;

/**
 * The lower ends of the lifts of a graph of categories, so that only what is surely more than chance ties; a category
 * is not tied to itself, nor to one the graph does not have. A category's ties are worked out when they are first asked
 * for.
 */
final class GraphTies implements CategoryTies {
    private final CategoryGraph graph;
    private final BitSet nodes = new BitSet();
    private final Map<Integer, float[]> lows = new ConcurrentHashMap<>(); // from -> [categories]

    GraphTies(CategoryGraph graph) {
        this.graph = graph;
        graph.nodes().forEach(node -> nodes.set(node.category()));
    }

    @Override
    public double lift(int from, int to) {
        return from == to || !nodes.get(from) || !nodes.get(to) ? 1 : lows.computeIfAbsent(from, this::lowsOf)[to];
    }

    private float[] lowsOf(int from) {
        float[] ends = new float[nodes.length()];
        nodes.stream()
                .filter(to -> to != from)
                .forEach(
                        to -> ends[to] = (float) graph.affinity(from, to).lift().low());
        return ends;
    }
}
