package org.crossaisle.affinity;

import java.util.Arrays;

/**
 * Moves between groups of nodes: for each pair of groups, the observed and the expected number of moves between their
 * nodes. Only pairs of groups that some customer has are stored; for the others, the expected number is a product of
 * sums.
 */
final class PooledMoves {
    private final int[] groups; // [nodes]
    private final double[] from; // [groups]: sums of Chance.from
    private final double[] to;
    private final double[] own; // [groups]: sums of from * to of the same node, which is not a move
    private final PairTable pairs = new PairTable();
    private double[] counts = new double[16]; // [pairs of groups]
    private double[] corrections = new double[16]; // the expected number of stored pairs beyond from * to

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

    /** Adds a pair of nodes that some customer has. */
    void add(int fromNode, int toNode, int count, double expectedBeyondProduct) {
        int pair = pairs.add(groups[fromNode], groups[toNode]);
        if (pair == counts.length) {
            counts = Arrays.copyOf(counts, 2 * pair);
            corrections = Arrays.copyOf(corrections, 2 * pair);
        }
        counts[pair] += count;
        corrections[pair] += expectedBeyondProduct;
    }

    /** The number of groups. */
    int size() {
        return from.length;
    }

    /** The number of nodes. */
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
