package org.crossaisle.neural.tune;

import java.util.stream.IntStream;

/**
 * The Pareto front of quality and cost: the points for which no other is at least as good in both and better in one.
 */
final class ParetoFront {
    private ParetoFront() {}

    /**
     * Whether each point is on the front.
     *
     * @param quality higher is better
     * @param cost lower is better; same length as {@code quality}
     */
    static boolean[] of(double[] quality, double[] cost) {
        boolean[] front = new boolean[quality.length];
        for (int at = 0; at < front.length; at++) {
            double ownQuality = quality[at];
            double ownCost = cost[at];
            front[at] = IntStream.range(0, quality.length)
                    .noneMatch(other -> quality[other] >= ownQuality
                            && cost[other] <= ownCost
                            && (quality[other] > ownQuality || cost[other] < ownCost));
        }
        return front;
    }
}
