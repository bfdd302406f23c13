package org.crossaisle.neural.tune;

import java.util.stream.IntStream;

/** Those of which no other is as good in both quality and cost and better in one. */
final class ParetoFront {
    private ParetoFront() {}

    /**
     * For each whether it is one of them.
     *
     * @param quality the more the better
     * @param cost the less the better, as many
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
