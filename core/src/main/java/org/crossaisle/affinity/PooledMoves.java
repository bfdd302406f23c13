package org.crossaisle.affinity;

import java.util.Arrays;

/**
 * Moves between groups of nodes: the sums, over all pairs of different nodes of two groups, of how many went on and of
 * how many would by chance. Only pairs of groups that customers had both of are kept; for the others the sum of
 * products is a product of sums.
 */
final class PooledMoves {
    private final int[] groups; // [nodes]
    private final double[] from; // [groups]: sums of Chance.from
    private final double[] to;
    private final double[] own; // [groups]: sums of from * to of one node, which is no move
    private final PairTable pairs = new PairTable();
    private double[] counts = new double[16]; // [pairs of groups]
    private double[] corrections = new double[16]; // what is expected of kept pairs beyond from * to

    /** @param groups of each node, dense from 0 */
    PooledMoves(int[] groups, Chance chance) {
        this.groups = groups;
        int size = Arrays.stream(groups).max().orElse(-1) + 1;
        from = new double[size];
        to = new double[size];
        own = new double[size];
        for (int node = 0; node < groups.length; node++) {
            from[groups[node]] += chance.from(node);
            to[groups[node]] += chance.to(node);
            own[groups[node]] += chance.from(node) * chance.to(node);
        }
    }

    /** Adds a pair of nodes that customers had both of. */
    void add(int fromNode, int toNode, int count, double expectedBeyondProduct) {
        int pair = pairs.add(groups[fromNode], groups[toNode]);
        if (pair == counts.length) {
            counts = Arrays.copyOf(counts, 2 * pair);
            corrections = Arrays.copyOf(corrections, 2 * pair);
        }
        counts[pair] += count;
        corrections[pair] += expectedBeyondProduct;
    }

    /** How many groups there are. */
    int size() {
        return from.length;
    }

    /** How many nodes there are. */
    int nodes() {
        return groups.length;
    }

    int group(int node) {
        return groups[node];
    }

    double count(int fromGroup, int toGroup) {
        int pair = pairs.find(fromGroup, toGroup);
        return pair == PairTable.NONE ? 0 : counts[pair];
    }

    double expected(int fromGroup, int toGroup) {
        int pair = pairs.find(fromGroup, toGroup);
        double product = from[fromGroup] * to[toGroup] - (fromGroup == toGroup ? own[fromGroup] : 0);
        return Math.max(0, product + (pair == PairTable.NONE ? 0 : corrections[pair]));
    }
}
