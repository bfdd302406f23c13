package org.crossaisle.neural.loss;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A sampler of negatives: uniform, by popularity, or a mixture of both. The items drawn may be targets.
 *
 * <p>Immutable; threads may share it.
 */
public final class Negatives {
    private final double popularShare;
    private final double[] upTo; // [known]: cumulative share of the interactions
    private final float[] logShares; // [known]

    /**
     * @param counts number of interactions of each known item: [known], not all 0
     * @param popularShare share of the draws that follow the counts, in [0, 1]
     */
    public Negatives(int[] counts, double popularShare) {
        this.popularShare = popularShare;
        double total = Arrays.stream(counts).asLongStream().sum();
        upTo = new double[counts.length];
        logShares = new float[counts.length];
        long sum = 0;
        for (int item = 0; item < counts.length; item++) {
            sum += counts[item];
            upTo[item] = sum / total;
            logShares[item] =
                    (float) Math.log(popularShare * counts[item] / total + (1 - popularShare) / counts.length);
        }
    }

    /** Draws known numbers: [count]. */
    public int[] draw(int count, SplittableRandom random) {
        int popular = (int) Math.round(count * popularShare);
        int[] drawn = new int[count];
        for (int at = 0; at < count; at++) {
            drawn[at] = at < popular ? byCount(random.nextDouble()) : random.nextInt(upTo.length);
        }
        return drawn;
    }

    private int byCount(double share) {
        int found = Arrays.binarySearch(upTo, share);
        int place = found >= 0 ? found + 1 : -found - 1; // the first whose upTo is greater
        return Math.min(place, upTo.length - 1);
    }

    /** Whether all items are drawn with the same probability. */
    public boolean isEven() {
        return popularShare == 0;
    }

    /** The logarithm of the expected share of the draws that go to an item. */
    public float logShare(int known) {
        return logShares[known];
    }
}
