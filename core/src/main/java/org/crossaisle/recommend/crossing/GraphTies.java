package org.crossaisle.recommend.crossing;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crossaisle.affinity.CategoryGraph;

/**
 * Ties by the lower ends of the lifts' intervals in a category graph, so that only significant lifts are ties. A
 * category
 * is not tied to itself, nor to one not in the graph. The ties of a category are computed on first use.
 */
final class GraphTies implements CategoryTies {
    private final CategoryGraph graph;
    private final BitSet nodes = new BitSet();
    private final Map<Integer, float[]> lowerBounds = new ConcurrentHashMap<>(); // from -> [categories]

    GraphTies(CategoryGraph graph) {
        this.graph = graph;
        graph.nodes().forEach(node -> nodes.set(node.category()));
    }

    @Override
    public double lift(int from, int to) {
        return from == to || !nodes.get(from) || !nodes.get(to)
                ? 1
                : lowerBounds.computeIfAbsent(from, this::lowerBoundsFrom)[to];
    }

    private float[] lowerBoundsFrom(int from) {
        float[] ends = new float[nodes.length()];
        nodes.stream()
                .filter(to -> to != from)
                .forEach(
                        to -> ends[to] = (float) graph.affinity(from, to).lift().low());
        return ends;
    }
}
