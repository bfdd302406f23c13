package org.crossaisle.explain;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.history.History;

/**
 * The part of a category graph that may be shown to customers: moves of at least 5 customers. The lift is smoothed, so
 * that few customers cannot produce a high one. Threads may share it.
 */
final class Bridges {
    private static final int MINIMUM_CUSTOMERS = 5;

    private final CategoryGraph graph;

    Bridges(CategoryGraph graph) {
        this.graph = graph;
    }

    /** The bridge from one category to another, if it may be shown. */
    Optional<Reason.CategoryBridge> bridge(int from, int to) {
        return graph.customers(from, to) < MINIMUM_CUSTOMERS
                ? Optional.empty()
                : Optional.of(bridge(graph.affinity(from, to)));
    }

    private Reason.CategoryBridge bridge(Affinity affinity) {
        OptionalLong days = affinity.lag().isPresent()
                ? OptionalLong.of(Math.round(affinity.lag().get().medianDays()))
                : OptionalLong.empty();
        return new Reason.CategoryBridge(
                affinity.from(), affinity.to(), affinity.lift().value(), days, affinity.customers(), graph.ofBuyers());
    }

    /**
     * The bridge with the highest lift above 1 from a category of the history to a category of the item that is new to
     * the history.
     */
    Optional<Reason.CategoryBridge> best(History history, int item) {
        BitSet seen = history.categories(graph.level());
        Optional<Reason.CategoryBridge> best = Optional.empty();
        if (!graph.level().isNew(item, seen)) {
            return best;
        }
        double greatest = 1;
        for (int to : graph.level().of(item)) {
            for (int from = seen.nextSetBit(0); from >= 0; from = seen.nextSetBit(from + 1)) {
                if (graph.lift(from, to) > greatest) {
                    Optional<Reason.CategoryBridge> bridge = bridge(from, to);
                    if (bridge.isPresent()) {
                        best = bridge;
                        greatest = bridge.get().lift();
                    }
                }
            }
        }
        return best;
    }
}
