package org.crossaisle.affinity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.catalog.CategoryTree;

/**
 * The prior mean of a pair's lift: the estimate from the other pairs below its parents, which is shrunk towards that of
 * the grandparents, and so on up to independence, a lift of 1, above the departments.
 */
final class Smoothing {
    /*
     * With n(d) and e(d) the sums over all pairs of nodes below the two ancestors at depth d, without the pair itself,
     *
     *     m(0) = 1,   m(d + 1) = (n(d) + a(d)) / (e(d) + a(d) / m(d)),   d = 0 .. level - 1
     *
     * and m(level) is the mean of the pair's prior. The pair is left out so that it is not counted twice. a(d) is
     * learnt for each depth from the pairs of groups there, and a(level) from the pairs themselves, at most SAMPLE x
     * SAMPLE of them.
     */
    private static final int SAMPLE = 512;

    private final List<PooledMoves> pools = new ArrayList<>(); // by depth
    private final double[] strengths; // [level + 1]

    Smoothing(Moves moves, Chance chance, CategoryTree tree, int level) {
        for (int depth = 0; depth < level; depth++) {
            pools.add(new PooledMoves(groups(moves.nodes, tree, depth), chance));
        }
        Pairs pairs = moves.pairs;
        for (int pair = 0; pair < pairs.size(); pair++) {
            add(pairs.low(pair), pairs.high(pair), pairs.directionOf(pair, true), chance);
            add(pairs.high(pair), pairs.low(pair), pairs.directionOf(pair, false), chance);
        }
        strengths = new double[level + 1];
        for (int depth = 0; depth < level; depth++) {
            strengths[depth] = ofGroups(depth);
        }
        strengths[level] = ofNodes(moves, chance, level);
    }

    private void add(int from, int to, Direction direction, Chance chance) {
        double beyond = chance.expected(from, to, direction) - chance.from(from) * chance.to(to);
        pools.forEach(pool -> pool.add(from, to, direction.forward(), beyond));
    }

    private static int[] groups(Nodes nodes, CategoryTree tree, int depth) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] groups = new int[nodes.size()];
        for (int node = 0; node < groups.length; node++) {
            int ancestor = tree.upTo(nodes.category(node), depth);
            Integer number = numbers.putIfAbsent(ancestor, numbers.size());
            groups[node] = number == null ? numbers.size() - 1 : number;
        }
        return groups;
    }

    private double ofGroups(int depth) {
        PooledMoves pool = pools.get(depth);
        int[] nodes = new int[pool.size()]; // one node of each group; its ancestors are those of the group
        for (int node = 0; node < pool.nodes(); node++) {
            nodes[pool.group(node)] = node;
        }
        PriorStrength strength = new PriorStrength();
        int step = step(nodes.length);
        for (int from = 0; from < nodes.length; from += step) {
            for (int to = 0; to < nodes.length; to += step) {
                double count = pool.count(from, to);
                double expected = pool.expected(from, to);
                strength.add(count, expected, mean(nodes[from], nodes[to], count, expected, depth));
            }
        }
        return strength.best();
    }

    private double ofNodes(Moves moves, Chance chance, int level) {
        PriorStrength strength = new PriorStrength();
        int step = step(moves.nodes.size());
        for (int from = 0; from < moves.nodes.size(); from += step) {
            for (int to = 0; to < moves.nodes.size(); to += step) {
                if (from != to) {
                    Direction direction = moves.pairs.direction(from, to);
                    double expected = chance.expected(from, to, direction);
                    double mean = mean(from, to, direction.forward(), expected, level);
                    strength.add(direction.forward(), expected, mean);
                }
            }
        }
        return strength.best();
    }

    private static int step(int size) {
        return Math.max(1, (size + SAMPLE - 1) / SAMPLE);
    }

    /** The mean of the prior of a pair's lift. */
    double mean(int from, int to, double count, double expected) {
        return mean(from, to, count, expected, pools.size());
    }

    /** The same at one depth. */
    double strengthAt(int depth) {
        return strengths[depth];
    }

    /** The weight of the prior of a pair's lift, in customers who went on. */
    double strength() {
        return strengthAt(pools.size());
    }

    private double mean(int from, int to, double count, double expected, int depths) {
        double mean = 1;
        for (int depth = 0; depth < depths; depth++) {
            PooledMoves pool = pools.get(depth);
            int fromGroup = pool.group(from);
            int toGroup = pool.group(to);
            double otherCount = Math.max(0, pool.count(fromGroup, toGroup) - count);
            double otherExpected = Math.max(0, pool.expected(fromGroup, toGroup) - expected);
            mean = (otherCount + strengths[depth]) / (otherExpected + strengths[depth] / mean);
        }
        return mean;
    }
}
